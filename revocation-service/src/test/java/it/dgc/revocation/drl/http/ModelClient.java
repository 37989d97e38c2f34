package it.dgc.revocation.drl.http;

import java.util.HashSet;
import java.util.Set;

import it.dgc.revocation.RunningService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What the model clients have in common: one question at a time, so that a test can publish between two of them. */
abstract class ModelClient {

    private static final String CHECK = "/v1/dgc/drl/check";
    private static final String DRL = "/v1/dgc/drl";

    /** What it takes for revoked. */
    final Set<String> held = new HashSet<>();
    private final RunningService server;

    ModelClient(RunningService server) {
        this.server = server;
    }

    /** Asks the server one question, and does with the answer what the client does. */
    abstract void step();

    /** @return whether it believes to be up to date, so that it would sleep until tomorrow */
    abstract boolean isAtRest();

    final JsonNode check(String query) {
        return ask(CHECK + query);
    }

    final JsonNode chunk(String query) {
        return ask(DRL + query);
    }

    private JsonNode ask(String path) {
        var answer = server.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    final void insert(JsonNode hashes) {
        hashes.forEach(hash -> held.add(hash.stringValue()));
    }

    final void delete(JsonNode hashes) {
        hashes.forEach(hash -> held.remove(hash.stringValue()));
    }
}
