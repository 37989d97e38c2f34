package it.dgc.portal.certificates;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

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
        return find(Map.of(PERSON, person.value(), "eventDate", eventDate.toString()), person::equals);
    }

    @Override
    public Lookup find(String code) {
        return find(Map.of("code", code), anybody -> true);
    }

    private Lookup find(Map<String, String> question, Predicate<CodiceFiscale> askedFor) {
        Function<Reply, Optional<Lookup.Found>> found = reply -> found(reply)
                .filter(certificate -> askedFor.test(certificate.holder()));
        Reply reply = generation.ask("/v1/certificates/find", question, isNoneOr(found));
        return reply instanceof Reply.NotFound
                ? new Lookup.NotFound()
                : found.apply(reply).<Lookup>map(certificate -> certificate).orElseGet(Lookup.Unavailable::new);
    }

    private static Optional<Lookup.Found> found(Reply reply) {
        return fields(reply, UVCI, PERSON).flatMap(fields -> Uvci.parse(fields.get(UVCI)).flatMap(
                uvci -> CodiceFiscale.parse(fields.get(PERSON)).map(holder -> new Lookup.Found(uvci.value(), holder))));
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
        Function<Reply, Optional<T>> value = reply -> fields(reply, field).flatMap(all -> reader.apply(all.get(field)));
        Reply reply = generation.ask("/v1/certificates/recover", question, isNoneOr(value));
        return reply instanceof Reply.NotFound
                ? new Recovery.Gone<>()
                : value.apply(reply).<Recovery<T>>map(Recovery.Recovered::new).orElseGet(Recovery.Unavailable::new);
    }

    private static Predicate<Reply> isNoneOr(Function<Reply, ? extends Optional<?>> reader) {
        return reply -> reply instanceof Reply.NotFound || reader.apply(reply).isPresent();
    }

    private static Optional<Map<String, String>> fields(Reply reply, String... exactly) {
        return reply instanceof Reply.Answer(Map<String, String> fields) && fields.keySet().equals(Set.of(exactly))
                ? Optional.of(fields)
                : Optional.empty();
    }
}
