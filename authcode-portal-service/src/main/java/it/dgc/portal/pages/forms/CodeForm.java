package it.dgc.portal.pages.forms;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import it.dgc.common.codes.AuthCode;
import it.dgc.common.codes.Cuev;
import it.dgc.common.codes.HealthCardSuffix;
import it.dgc.portal.limits.Form;
import it.dgc.portal.pages.site.Page;
import it.dgc.portal.rendering.DocumentLanguage;
import it.dgc.portal.retrieval.CertificateRetrieval;
import it.dgc.portal.retrieval.CodeRequest;
import org.springframework.stereotype.Component;

/** The certificate by AUTHCODE or CUEV, which differ in length (Allegato B, section 5.2). */
@Component
final class CodeForm implements CitizenForm {

    private final CertificateRetrieval retrieval;

    CodeForm(CertificateRetrieval retrieval) {
        this.retrieval = retrieval;
    }

    @Override
    public Form form() {
        return Form.CERTIFICATE_WITH_CODE;
    }

    @Override
    public Page page() {
        return Page.WITH_CODE;
    }

    @Override
    public List<String> fields() {
        return List.of("code", "cardLast8", "cardExpiry", "language");
    }

    @Override
    public Optional<Inquiry> read(Entries entries) {
        Optional<String> code = entries.read("code", CodeForm::code);
        Optional<HealthCardSuffix> card = entries.read("cardLast8", HealthCardSuffix::fromTyped);
        Optional<LocalDate> expiry = entries.read("cardExpiry", TypedDate::read);
        Optional<DocumentLanguage> language = entries.read("language", Result::language);
        return entries.isSound()
                ? Optional.of(question(new CodeRequest(code.orElseThrow(), card.orElseThrow(), expiry.orElseThrow(),
                        language.orElseThrow())))
                : Optional.empty();
    }

    private static Optional<String> code(String typed) {
        return AuthCode.fromTyped(typed).map(AuthCode::value).or(() -> Cuev.fromTyped(typed).map(Cuev::value));
    }

    private Inquiry question(CodeRequest request) {
        return by -> Result.of(retrieval.withCode(request, by),
                qrText -> new Result.Certificate(qrText, request.language()));
    }
}
