package it.dgc.revocation.drl.http;

import it.dgc.revocation.RunningService;
import tools.jackson.databind.JsonNode;

/**
 * Syncs as the Android library does (VerificaC19 protocol, section 2): compares the version of each chunk, wipes and begins
 * again if it differs, and checks once more at the end whether it holds as many entries as the server says.
 */
final class AndroidLikeClient extends ModelClient {

    private long currentVersion;
    private long requestedVersion;
    private int currentChunk;
    private int totalChunk;
    private boolean pending;
    private boolean checked;
    private int wipes;

    AndroidLikeClient(RunningService server) {
        super(server);
    }

    @Override
    void step() {
        if (pending) {
            download();
        } else {
            check();
        }
    }

    private void check() {
        JsonNode check = check("?version=" + currentVersion);
        long version = check.path("version").longValue();
        if (version == currentVersion) {
            checked = held.size() == check.path("totalNumberUCVI").intValue();
            if (!checked) {
                wipe();
            }
            return;
        }
        checked = false;
        requestedVersion = version;
        currentVersion = check.path("fromVersion").longValue();
        totalChunk = check.path("totalChunk").intValue();
        currentChunk = 0;
        pending = true;
    }

    private void download() {
        JsonNode chunk = chunk("?version=" + currentVersion + "&chunk=" + (currentChunk + 1));
        if (chunk.path("version").longValue() != requestedVersion) {
            wipe();
            return;
        }
        if (chunk.has("delta")) {
            insert(chunk.path("delta").path("insertions"));
            delete(chunk.path("delta").path("deletions"));
        } else {
            if (currentChunk == 0) {
                held.clear();
            }
            insert(chunk.path("revokedUcvi"));
        }
        currentChunk++;
        if (currentChunk == totalChunk) {
            currentVersion = requestedVersion;
            pending = false;
        }
    }

    private void wipe() {
        wipes++;
        held.clear();
        currentVersion = 0;
        pending = false;
        checked = false;
    }

    int wipes() {
        return wipes;
    }

    @Override
    boolean isAtRest() {
        return checked;
    }
}
