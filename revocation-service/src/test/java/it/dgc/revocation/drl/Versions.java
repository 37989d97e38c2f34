package it.dgc.revocation.drl;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import it.dgc.revocation.VirtualClock;
import it.dgc.revocation.drl.hashes.RevokedHash;

/** Makes versions one after the other, an hour apart, and reads them as a client would. */
final class Versions {

    static final Duration KEEP = Duration.ofDays(30);

    private final ListEditor editor;
    private Instant now = VirtualClock.START;

    Versions(int chunkSize) {
        this(ListEditor.empty(chunkSize, KEEP));
        publish(SyntheticEntry.firstVersion());
    }

    Versions(ListEditor editor) {
        this.editor = editor;
    }

    ListVersion publish(List<RevokedHash> added, List<RevokedHash> removed) {
        return publish(new NetChanges(added, removed));
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    ListEditor editor() {
        return editor;
    }

    private ListVersion publish(NetChanges changes) {
        now = now.plus(Duration.ofHours(1));
        VersionMark mark = editor.mark();
        return editor.advance(mark.next(changes, mark.position() + changes.size(), now), changes);
    }

    /** Every chunk of a whole list, one behind the other. */
    static Set<RevokedHash> whole(ListVersion version) {
        Set<RevokedHash> all = new LinkedHashSet<>();
        for (int chunk = 1; chunk <= version.whole().chunks(); chunk++) {
            all.addAll(version.whole().entries(chunk));
        }
        return all;
    }
}
