package it.dgc.portal.pages.forms;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

import it.dgc.common.qr.QrSymbol;
import it.dgc.portal.pages.site.Page;
import it.dgc.portal.pages.site.PageLanguage;
import it.dgc.portal.pages.site.PageViews;
import it.dgc.portal.retrieval.DocumentKind;
import it.dgc.portal.retrieval.Downloads;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What a verified person is shown, once. */
@Component
class ResultViews {

    private final Downloads downloads;
    private final PageViews views;

    ResultViews(Downloads downloads, PageViews views) {
        this.downloads = downloads;
        this.views = views;
    }

    ModelAndView view(Result result, Page form, PageLanguage language) {
        return switch (result) {
            case Result.Code code -> views.view("authcode", form, language, HttpStatus.OK,
                    Map.of("code", code.code().value()));
            case Result.Certificate certificate -> views.view("certificate", form, language, HttpStatus.OK,
                    content(certificate));
        };
    }

    /** Without links where the store is away: the code itself is shown all the same. */
    private Map<String, ?> content(Result.Certificate certificate) {
        Map<String, Object> content = new HashMap<>();
        content.put("qr", "data:image/png;base64,"
                + Base64.getEncoder().encodeToString(QrSymbol.of(certificate.qrText()).png()));
        content.put("pdf", offer(certificate, DocumentKind.PDF));
        content.put("png", offer(certificate, DocumentKind.PNG));
        return content;
    }

    private String offer(Result.Certificate certificate, DocumentKind kind) {
        return downloads.offer(certificate.qrText(), certificate.language(), kind).orElse(null);
    }
}
