package it.dgc.deploy.local.cli;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import it.dgc.common.verification.Outcome;
import it.dgc.common.verification.Reason;
import it.dgc.common.verification.Verification;
import it.dgc.deploy.local.console.Terminal;
import tools.jackson.databind.json.JsonMapper;

/** Shows an outcome by colour, symbol and word, and the holder; nothing about the kind of certificate. */
final class VerificationView {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private VerificationView() {}

    /** @param shown as it may be shown */
    static void print(Terminal terminal, Verification shown) {
        OutcomeLook look = OutcomeLook.of(shown.outcome());
        String reason = shown.reason().map(why -> " (" + why.code() + ")").orElse("");
        terminal.print(terminal.painted(look.ink(), look.symbol() + " " + shown.outcome()) + reason);
        shown.holder().ifPresent(holder -> terminal.print("  " + holder.familyName() + " " + holder.givenName() + ", "
                + holder.birthDate()));
    }

    /** @param shown as it may be shown */
    static void printJson(Terminal terminal, Verification shown, Instant at) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("outcome", shown.outcome().name());
        shown.reason().map(Reason::code).ifPresent(reason -> json.put("reason", reason));
        shown.holder().ifPresent(holder -> {
            json.put("familyName", holder.familyName());
            json.put("givenName", holder.givenName());
            json.put("birthDate", holder.birthDate());
        });
        json.put("at", at.toString());
        terminal.print(JSON.writeValueAsString(json));
    }

    /** There is nothing to verify with. */
    static void printMissing(Terminal terminal, String why) {
        OutcomeLook look = OutcomeLook.of(Outcome.SYNC_NEEDED);
        terminal.print(terminal.painted(look.ink(), look.symbol() + " " + Outcome.SYNC_NEEDED) + " (" + why + ")");
    }

    /** There is nothing to verify with. */
    static void printMissingAsJson(Terminal terminal, String why, Instant at) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("outcome", Outcome.SYNC_NEEDED.name());
        json.put("reason", why);
        json.put("at", at.toString());
        terminal.print(JSON.writeValueAsString(json));
    }
}
