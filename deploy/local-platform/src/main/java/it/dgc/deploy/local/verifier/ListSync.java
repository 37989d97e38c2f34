package it.dgc.deploy.local.verifier;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Brings a copy of the revocation list up to date (VerificaC19 protocol, section 2): by what changed since, else by the
 * whole list. A transfer that the server disturbs, by a new version in the midst of it, begins anew; so does one
 * that the server refuses because it does not know the version that stands here.
 */
final class ListSync {

    /** More would mean that the server changes its list faster than it can be read. */
    private static final int ATTEMPTS = 5;

    private final PublicEndpoints server;

    ListSync(PublicEndpoints server) {
        this.server = server;
    }

    /** What {@code /drl/check} says; the other fields are for other clients. */
    private record Check(long version, int totalChunk, int totalNumberUCVI) {}

    /** One part of the list, or of what changed. */
    private record Chunk(long version, int chunk, int lastChunk, List<String> revokedUcvi, Delta delta) {}

    private record Delta(List<String> insertions, List<String> deletions) {}

    /**
     * @param known what stands here
     * @return the list of the server; never one that was only half read
     * @throws SyncException if it cannot be had
     */
    ListCopy sync(ListCopy known) throws SyncException {
        ListCopy base = known;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                Check check = server.read("drl/check?version=" + base.version(), Check.class);
                Optional<ListCopy> read = check.version() == base.version()
                        ? Optional.of(base)
                        : downloaded(base, check);
                if (read.filter(list -> list.hashes().size() == check.totalNumberUCVI()).isPresent()) {
                    return read.get();
                }
                base = read.isPresent() ? ListCopy.NONE : base;
            } catch (StateRefusedException begunAnew) {
                if (base.version() == 0) {
                    throw begunAnew;
                }
                base = ListCopy.NONE;
            }
        }
        throw new SyncException("the revocation list does not come to rest");
    }

    /** @return nothing where the server went on to another version meanwhile */
    private Optional<ListCopy> downloaded(ListCopy base, Check check) throws SyncException {
        Set<String> hashes = new HashSet<>(base.hashes());
        for (int number = 1; number <= check.totalChunk(); number++) {
            Chunk chunk = server.read("drl?version=" + base.version() + "&chunk=" + number, Chunk.class);
            if (chunk.version() != check.version() || chunk.lastChunk() != check.totalChunk()) {
                return Optional.empty();
            }
            take(chunk, hashes, number == 1);
        }
        return Optional.of(new ListCopy(check.version(), hashes));
    }

    private static void take(Chunk chunk, Set<String> hashes, boolean first) throws SyncException {
        if (chunk.delta() != null) {
            hashes.addAll(present(chunk.delta().insertions()));
            present(chunk.delta().deletions()).forEach(hashes::remove);
            return;
        }
        if (first) {
            hashes.clear();
        }
        hashes.addAll(present(chunk.revokedUcvi()));
    }

    private static List<String> present(List<String> hashes) throws SyncException {
        if (hashes == null || hashes.stream().anyMatch(Objects::isNull)) {
            throw new SyncException("the server's revocation list cannot be read");
        }
        return hashes;
    }
}
