package it.dgc.portal.sistemats;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import it.dgc.common.codes.HealthCardSuffix;
import it.dgc.common.person.CodiceFiscale;
import it.dgc.portal.outbound.Peer;
import it.dgc.portal.outbound.Reply;

/** Asks Sistema TS; an answer about somebody else, or with more in it than was asked for, is none. */
final class SistemaTsHealthCards implements HealthCards {

    private static final String PERSON = "fiscalCode";
    private static final String ANSWER = "answer";

    private final Peer sistemaTs;

    SistemaTsHealthCards(Peer sistemaTs) {
        this.sistemaTs = sistemaTs;
    }

    @Override
    public CardAnswer check(CodiceFiscale person, HealthCardSuffix last8, Optional<LocalDate> expiry) {
        Map<String, String> question = new LinkedHashMap<>(Map.of(PERSON, person.value(), "last8", last8.value()));
        expiry.ifPresent(day -> question.put("expiry", day.toString()));
        return ask("/v1/health-cards/check", question, "MATCH", "NO_MATCH");
    }

    @Override
    public CardAnswer hasNone(CodiceFiscale person) {
        return ask("/v1/health-cards/none", Map.of(PERSON, person.value()), "YES", "NO");
    }

    private CardAnswer ask(String path, Map<String, String> question, String yes, String no) {
        String person = question.get(PERSON);
        Reply agrees = new Reply.Answer(Map.of(PERSON, person, ANSWER, yes));
        Reply denies = new Reply.Answer(Map.of(PERSON, person, ANSWER, no));
        Reply reply = sistemaTs.ask(path, question, said -> said.equals(agrees) || said.equals(denies));
        if (reply.equals(agrees)) {
            return CardAnswer.YES;
        }
        return reply.equals(denies) ? CardAnswer.NO : CardAnswer.UNAVAILABLE;
    }
}
