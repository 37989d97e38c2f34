package it.dgc.portal.pages.forms;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import it.dgc.portal.captcha.Captchas;
import it.dgc.portal.captcha.Challenge;
import it.dgc.portal.captcha.Kind;
import it.dgc.portal.inquiry.Outcome;
import it.dgc.portal.inquiry.Submission;
import it.dgc.portal.limits.address.TrustedProxies;
import it.dgc.portal.pages.guard.FormTokens;
import it.dgc.portal.pages.site.Page;
import it.dgc.portal.pages.site.PageRefusal;
import it.dgc.portal.pages.site.PageRefusal.Reason;
import it.dgc.portal.pages.site.PageViews;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** Shows the forms, and answers them (Allegato B, chapters 5 and 6). */
@Controller
class FormController {

    private static final String FORMS = "/{language:it|en|de|fr}/{slug:authcode|senza-tessera|certificazione}";
    /** Seconds. */
    private static final String COME_BACK_AFTER = "120";

    private final List<CitizenForm> forms;
    private final Captchas captchas;
    private final FormTokens tokens;
    private final TrustedProxies proxies;
    private final PageViews views;
    private final ResultViews results;

    FormController(List<CitizenForm> forms, Captchas captchas, FormTokens tokens, TrustedProxies proxies,
            PageViews views, ResultViews results) {
        this.forms = List.copyOf(forms);
        this.captchas = captchas;
        this.tokens = tokens;
        this.proxies = proxies;
        this.views = views;
        this.results = results;
    }

    /** Out: 200 with the empty form. Error: 503 while there are no captchas. */
    @GetMapping(FORMS)
    ModelAndView empty(HttpServletRequest request, HttpServletResponse response) {
        return show(Entries.none(), HttpStatus.OK, null, request, response);
    }

    /**
     * In: the fields; with {@code action=new-code} only another captcha is wanted. Out: 200 with what was asked for, 422 with the
     * form and what to mend, 503 with the form where others do not answer. What could not be verified is one answer, whatever
     * the cause.
     */
    @PostMapping(FORMS)
    ModelAndView submitted(HttpServletRequest request, HttpServletResponse response) {
        Entries entries = Entries.of(request);
        if ("new-code".equals(entries.text("action"))) {
            return show(entries, HttpStatus.OK, null, request, response);
        }
        Optional<CitizenForm.Inquiry> inquiry = read(entries, form(request));
        return inquiry.isEmpty()
                ? show(entries, HttpStatus.UNPROCESSABLE_CONTENT, null, request, response)
                : answer(inquiry.get().ask(submission(entries, request)), entries, request, response);
    }

    /** Out: work for a browser whose page is older than a captcha lives. Error: 503 where there is none, or where it is not enough. */
    @GetMapping(FORMS + "/captcha")
    @ResponseBody
    CaptchaQuestion.Work work(HttpServletRequest request) {
        String path = request.getRequestURI();
        CitizenForm form = form(path.substring(0, path.lastIndexOf('/')));
        return switch (captchas.issue(form.form(), Kind.PROOF_OF_WORK)) {
            case Challenge.ProofOfWork work -> CaptchaQuestion.Work.of(work);
            default -> throw new PageRefusal(Reason.TRY_LATER);
        };
    }

    private static Optional<CitizenForm.Inquiry> read(Entries entries, CitizenForm form) {
        Optional<CitizenForm.Inquiry> inquiry = form.read(entries);
        if (CaptchaQuestion.solution(entries).isEmpty()) {
            entries.mend("codiceCaptcha", "missing");
        }
        return inquiry.filter(sound -> entries.isSound());
    }

    private ModelAndView answer(Outcome<Result> outcome, Entries entries, HttpServletRequest request,
            HttpServletResponse response) {
        return switch (outcome) {
            case Outcome.Verified<Result> verified -> results.view(verified.value(), form(request).page(),
                    PageViews.language(request));
            case Outcome.NotVerified<Result> no -> show(entries.without(CitizenForm.SECRETS),
                    HttpStatus.UNPROCESSABLE_CONTENT, "not-verified", request, response);
            case Outcome.CaptchaFailed<Result> no -> {
                entries.mend("codiceCaptcha", "invalid");
                yield show(entries, HttpStatus.UNPROCESSABLE_CONTENT, null, request, response);
            }
            case Outcome.TryLater<Result> no -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, COME_BACK_AFTER);
                yield show(entries.without(CitizenForm.SECRETS), HttpStatus.SERVICE_UNAVAILABLE, "try-later", request,
                        response);
            }
        };
    }

    private ModelAndView show(Entries entries, HttpStatus status, String alert, HttpServletRequest request,
            HttpServletResponse response) {
        CitizenForm form = form(request);
        Map<String, Object> content = new HashMap<>();
        content.put("captcha", CaptchaQuestion.ask(captchas, form.form())
                .orElseThrow(() -> new PageRefusal(Reason.TRY_LATER)));
        content.put("token", tokens.give(form.page(), request, response));
        content.put("form", form.page().key());
        content.put("fields", form.fields());
        content.put("entries", entries);
        content.put("alert", alert);
        content.put("wrong", alert != null || !entries.isSound());
        return views.view("form", form.page(), PageViews.language(request), status, content);
    }

    private CitizenForm form(HttpServletRequest request) {
        return form(request.getRequestURI());
    }

    private CitizenForm form(String path) {
        return Page.ofPath(path).flatMap(page -> forms.stream().filter(form -> form.page() == page).findFirst())
                .orElseThrow(() -> new PageRefusal(Reason.NOT_FOUND));
    }

    private Submission submission(Entries entries, HttpServletRequest request) {
        return new Submission(CaptchaQuestion.solution(entries), proxies.client(request.getRemoteAddr(),
                Collections.list(request.getHeaders("X-Forwarded-For"))));
    }
}
