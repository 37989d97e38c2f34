package it.dgc.portal.pages.forms;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import it.dgc.common.person.CodiceFiscale;
import it.dgc.portal.limits.Form;
import it.dgc.portal.pages.site.Page;
import it.dgc.portal.rendering.DocumentLanguage;
import it.dgc.portal.retrieval.CertificateRetrieval;
import it.dgc.portal.retrieval.NoCardRequest;
import org.springframework.stereotype.Component;

/** Allegato B, Table 4. */
@Component
final class NoCardForm implements CitizenForm {

    private final CertificateRetrieval retrieval;

    NoCardForm(CertificateRetrieval retrieval) {
        this.retrieval = retrieval;
    }

    @Override
    public Form form() {
        return Form.CERTIFICATE_WITHOUT_CARD;
    }

    @Override
    public Page page() {
        return Page.NO_CARD;
    }

    @Override
    public List<String> fields() {
        return List.of("fiscalCode", "eventDate", "language");
    }

    @Override
    public Optional<Inquiry> read(Entries entries) {
        Optional<CodiceFiscale> person = entries.read("fiscalCode", CodiceFiscale::fromTyped);
        Optional<LocalDate> day = entries.read("eventDate", TypedDate::read);
        Optional<DocumentLanguage> language = entries.read("language", Result::language);
        return entries.isSound()
                ? Optional.of(question(
                        new NoCardRequest(person.orElseThrow(), day.orElseThrow(), language.orElseThrow())))
                : Optional.empty();
    }

    private Inquiry question(NoCardRequest request) {
        return by -> Result.of(retrieval.withoutCard(request, by),
                qrText -> new Result.Certificate(qrText, request.language()));
    }
}
