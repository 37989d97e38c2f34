package it.dgc.revocation.drl.http;

import it.dgc.revocation.RunningService;
import tools.jackson.databind.JsonNode;

/**
 * Syncs as the Node library does (VerificaC19 protocol, section 2, I10, I11): never compares the version of a chunk, never
 * clears what it holds when it gets a whole list, and believes to be at the version that it was told before the download.
 */
final class NodeLikeClient extends ModelClient {

    private long version;
    private long targetVersion;
    private int chunk;
    private boolean downloading;
    private boolean atRest;

    NodeLikeClient(RunningService server) {
        super(server);
    }

    @Override
    void step() {
        if (downloading) {
            download();
        } else {
            check();
        }
    }

    private void check() {
        JsonNode check = check("?version=" + version);
        downloading = check.path("numDiAdd").asInt(0) > 0 || check.path("numDiDelete").asInt(0) > 0;
        atRest = !downloading;
        if (downloading) {
            targetVersion = check.path("version").longValue();
            chunk = 0;
        }
    }

    private void download() {
        JsonNode body = chunk("?chunk=" + (chunk + 1) + "&version=" + version);
        if (body.has("delta")) {
            insert(body.path("delta").path("insertions"));
            delete(body.path("delta").path("deletions"));
        } else {
            insert(body.path("revokedUcvi"));
        }
        chunk++;
        if (chunk >= body.path("lastChunk").intValue()) {
            version = targetVersion;
            downloading = false;
        }
    }

    @Override
    boolean isAtRest() {
        return atRest;
    }
}
