package it.dgc.portal.pages.forms;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import it.dgc.common.codes.HealthCardSuffix;
import it.dgc.common.person.CodiceFiscale;
import it.dgc.portal.authcode.AuthcodeRecovery;
import it.dgc.portal.authcode.AuthcodeRequest;
import it.dgc.portal.limits.Form;
import it.dgc.portal.pages.site.Page;
import it.dgc.portal.rendering.DocumentLanguage;
import org.springframework.stereotype.Component;

/** Allegato B, Table 3. */
@Component
final class AuthcodeForm implements CitizenForm {

    private static final String EVENT = "esenzione";

    private final AuthcodeRecovery recovery;

    AuthcodeForm(AuthcodeRecovery recovery) {
        this.recovery = recovery;
    }

    @Override
    public Form form() {
        return Form.AUTHCODE;
    }

    @Override
    public Page page() {
        return Page.AUTHCODE;
    }

    @Override
    public List<String> fields() {
        return List.of("fiscalCode", "cardLast8", "eventType", "eventDate", "language");
    }

    @Override
    public Optional<Inquiry> read(Entries entries) {
        Optional<CodiceFiscale> person = entries.read("fiscalCode", CodiceFiscale::fromTyped);
        Optional<HealthCardSuffix> card = entries.read("cardLast8", HealthCardSuffix::fromTyped);
        entries.read("eventType", type -> Optional.of(type).filter(EVENT::equals));
        Optional<LocalDate> day = entries.read("eventDate", TypedDate::read);
        Optional<DocumentLanguage> language = entries.read("language", Result::language);
        return entries.isSound()
                ? Optional.of(question(new AuthcodeRequest(person.orElseThrow(), card.orElseThrow(), day.orElseThrow(),
                        language.orElseThrow())))
                : Optional.empty();
    }

    private Inquiry question(AuthcodeRequest request) {
        return by -> Result.of(recovery.recover(request, by), Result.Code::new);
    }
}
