package it.dgc.deploy.local.cli;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import it.dgc.deploy.local.console.Ink;
import it.dgc.deploy.local.console.Terminal;
import it.dgc.deploy.local.verifier.Outcome;
import it.dgc.deploy.local.verifier.Verification;
import tools.jackson.databind.json.JsonMapper;

/** Shows an outcome by colour, symbol and word, and the holder; nothing about the kind of certificate. */
final class VerificationView {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> NOT_CHECKED = List.of("revocation list", "published rules");

    private VerificationView() {}

    /** @param withReason shows why, which a verifier in the street must not see */
    static void print(Terminal terminal, Verification verification, boolean withReason) {
        Outcome outcome = verification.outcome();
        String reason = withReason || outcome == Outcome.SYNC_NEEDED
                ? verification.reason().map(text -> " (" + text + ")").orElse("")
                : "";
        terminal.print(terminal.painted(outcome.ink(), outcome.symbol() + " " + outcome) + reason);
        verification.holder().ifPresent(
                holder -> terminal.print("  " + holder.familyName() + " " + holder.givenName() + ", "
                        + holder.birthDate()));
        terminal.print(terminal.painted(Ink.FAINT,
                "  Not checked: " + String.join(", ", NOT_CHECKED) + " (they come with their issues)"));
    }

    static void printJson(Terminal terminal, Verification verification, Instant at, boolean withReason) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("outcome", verification.outcome().name());
        if (withReason || verification.outcome() == Outcome.SYNC_NEEDED) {
            verification.reason().ifPresent(reason -> json.put("reason", reason));
        }
        verification.holder().ifPresent(holder -> {
            json.put("familyName", holder.familyName());
            json.put("givenName", holder.givenName());
            json.put("birthDate", holder.birthDate().toString());
        });
        json.put("at", at.toString());
        json.put("notChecked", NOT_CHECKED);
        terminal.print(JSON.writeValueAsString(json));
    }
}
