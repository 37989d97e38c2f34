package it.dgc.portal.pages.forms;

import java.util.Locale;

import it.dgc.portal.pages.site.PageRefusal;
import it.dgc.portal.retrieval.DocumentKind;
import it.dgc.portal.retrieval.Downloads;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** Hands documents out, each link once. */
@Controller
class DownloadController {

    private static final String LINK = "/{language:it|en|de|fr}/download/{token:[A-Za-z0-9_-]{1,100}}";
    /** What was taken home must not tell from afar what it certifies (architecture, D14). */
    private static final String FILE = "certificazione-verde.";

    private final Downloads downloads;

    DownloadController(Downloads downloads) {
        this.downloads = downloads;
    }

    /** Out: 200 with the document. Error: 404 if the link was used, is too old, or never was one. */
    @GetMapping(LINK)
    ResponseEntity<byte[]> take(@PathVariable String token) {
        Downloads.Download document = downloads.take(token)
                .orElseThrow(() -> new PageRefusal(PageRefusal.Reason.LINK_ENDED));
        return ResponseEntity.ok().contentType(type(document.kind()))
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(document.kind())).body(document.bytes());
    }

    /** Out: 200, whatever the link: programs that look before the reader does must neither use it up nor learn about it. */
    @RequestMapping(path = LINK, method = RequestMethod.HEAD)
    ResponseEntity<Void> look() {
        return ResponseEntity.ok().build();
    }

    private static MediaType type(DocumentKind kind) {
        return kind == DocumentKind.PDF ? MediaType.APPLICATION_PDF : MediaType.IMAGE_PNG;
    }

    private static String attachment(DocumentKind kind) {
        return ContentDisposition.attachment().filename(FILE + kind.name().toLowerCase(Locale.ROOT)).build().toString();
    }
}
