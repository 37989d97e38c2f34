package it.dgc.revocation.drl.http;

import it.dgc.revocation.RunningService;
import tools.jackson.databind.JsonNode;

/**
 * Syncs as the clients that can be interrupted do (VerificaC19 protocol, section 2): remembers target and chunk, asks
 * again before it goes on, and begins anew if the target has moved. Looks closely at every answer, as the strictest of them.
 */
final class ResumableClient extends ModelClient {

    private record Target(String id, long version, int total, long chunkBytes, int chunks) {

        static Target of(JsonNode json, String chunks) {
            return new Target(json.path("id").stringValue(), json.path("version").longValue(),
                    json.path("totalNumberUCVI").intValue(), json.path("sizeSingleChunkInByte").longValue(),
                    json.path(chunks).intValue());
        }
    }

    private static final int CHUNKS_A_DAY = 4;

    private long version;
    private Target target;
    private int chunk;
    private int leftToday;
    private boolean atRest;

    ResumableClient(RunningService server) {
        super(server);
    }

    @Override
    void step() {
        if (target == null || leftToday == 0) {
            check();
        } else {
            download();
        }
    }

    private void check() {
        JsonNode check = check("?version=" + version);
        Target now = Target.of(check, "totalChunk");
        leftToday = CHUNKS_A_DAY;
        atRest = now.version() == version && held.size() == now.total();
        if (now.version() == version) {
            target = null;
            if (!atRest) {
                restart();
            }
        } else if (!now.equals(target)) {
            if (target != null) {
                restart();
            }
            target = version == check.path("fromVersion").longValue() ? now : null;
            chunk = 0;
        }
    }

    private void download() {
        JsonNode body = chunk("?version=" + version + "&chunk=" + (chunk + 1));
        if (!Target.of(body, "lastChunk").equals(target)) {
            restart();
            return;
        }
        if (body.has("delta")) {
            insert(body.path("delta").path("insertions"));
            delete(body.path("delta").path("deletions"));
        } else {
            if (chunk == 0) {
                held.clear();
            }
            insert(body.path("revokedUcvi"));
        }
        chunk++;
        leftToday--;
        if (chunk == target.chunks()) {
            version = target.version();
            target = null;
            leftToday = 0;
        }
    }

    private void restart() {
        held.clear();
        version = 0;
        target = null;
        chunk = 0;
    }

    @Override
    boolean isAtRest() {
        return atRest;
    }
}
