package it.dgc.portal.certificates;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import it.dgc.common.codes.AuthCode;
import it.dgc.common.person.CodiceFiscale;
import it.dgc.common.uvci.Uvci;
import it.dgc.portal.limits.Form;
import it.dgc.portal.outbound.Peer;
import it.dgc.portal.outbound.Reply;
import it.dgc.portal.rendering.DocumentLanguage;

/** Asks the generation service; what is no answer to the question counts as none. */
final class GenerationCertificates implements Certificates {

    private static final String PERSON = "fiscalCode";
    private static final String UVCI = "uvci";
    private static final String AUTHCODE = "authCode";
    private static final String QR_TEXT = "qrText";
    private static final String QR_PREFIX = "HC1:";

    private final Peer generation;

    GenerationCertificates(Peer generation) {
        this.generation = generation;
    }

    @Override
    public Lookup find(CodiceFiscale person, LocalDate eventDate) {
        Lookup found = find(Map.of(PERSON, person.value(), "eventDate", eventDate.toString()));
        return found instanceof Lookup.Found of && !of.holder().equals(person) ? new Lookup.Unavailable() : found;
    }

    @Override
    public Lookup find(String code) {
        return find(Map.of("code", code));
    }

    private Lookup find(Map<String, String> question) {
        return switch (generation.ask("/v1/certificates/find", question)) {
            case Reply.NotFound none -> new Lookup.NotFound();
            case Reply.Nothing nothing -> new Lookup.Unavailable();
            case Reply.Answer(Map<String, String> fields) when fields.keySet().equals(Set.of(UVCI, PERSON)) ->
                Uvci.parse(fields.get(UVCI)).flatMap(uvci -> CodiceFiscale.parse(fields.get(PERSON))
                        .<Lookup>map(holder -> new Lookup.Found(uvci.value(), holder)))
                        .orElseGet(Lookup.Unavailable::new);
            case Reply.Answer other -> new Lookup.Unavailable();
        };
    }

    @Override
    public Recovery<AuthCode> recoverAuthCode(String uvci, DocumentLanguage language) {
        return recover(uvci, language, Form.AUTHCODE, AUTHCODE, AuthCode::parse);
    }

    @Override
    public Recovery<String> recoverCertificate(String uvci, DocumentLanguage language, Form form) {
        return recover(uvci, language, form, QR_TEXT,
                text -> Optional.of(text).filter(certificate -> certificate.startsWith(QR_PREFIX)));
    }

    private <T> Recovery<T> recover(String uvci, DocumentLanguage language, Form purpose, String field,
            Function<String, Optional<T>> reader) {
        Map<String, String> question = Map.of(UVCI, uvci, "language", language.code(), "purpose", purpose.name());
        return switch (generation.ask("/v1/certificates/recover", question)) {
            case Reply.NotFound gone -> new Recovery.Gone<>();
            case Reply.Nothing nothing -> new Recovery.Unavailable<>();
            case Reply.Answer(Map<String, String> fields) -> Optional.of(fields)
                    .filter(all -> all.keySet().equals(Set.of(field))).flatMap(all -> reader.apply(all.get(field)))
                    .<Recovery<T>>map(Recovery.Recovered::new).orElseGet(Recovery.Unavailable::new);
        };
    }
}
