package it.dgc.revocation.drl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import it.dgc.revocation.Hashes;
import it.dgc.revocation.drl.hashes.RevokedHash;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Histories in which entries come, leave and come back; the seed makes each one again. */
class RandomHistoriesTest {

    private static final int VERSIONS = 40;
    private static final int PEOPLE = 160;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    @DisplayName("delta(a, b) applied to snapshot(a) is snapshot(b), for all kept a < b")
    void leadFromAnyVersionToAnyLaterOne(long seed) {
        List<ListVersion> all = history(seed, 7, 3);
        for (ListVersion b : all) {
            for (ListVersion a : all) {
                if (a.mark().version() < b.mark().version()) {
                    Set<RevokedHash> held = new HashSet<>(Versions.whole(a));
                    applyInsertionsFirst(held, b, b.since(a.mark().version()));
                    assertThat(held).isEqualTo(Versions.whole(b));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    @DisplayName("I2, I3, I9, I1: no delta is empty, no hash is in both lists, the total is the list's")
    void keepTheInvariants(long seed) {
        for (ListVersion version : history(seed, 7, 3)) {
            assertThat(version.mark().total()).isEqualTo(Versions.whole(version).size()).isPositive();
            for (long from = 1; from < version.mark().version(); from++) {
                Transfer delta = version.since(from);
                Set<RevokedHash> inserted = new HashSet<>();
                Set<RevokedHash> deleted = new HashSet<>();
                for (int chunk = 1; chunk <= delta.chunks(); chunk++) {
                    inserted.addAll(read(delta, chunk, "insertions"));
                    deleted.addAll(read(delta, chunk, "deletions"));
                }
                assertThat(inserted).hasSize(delta.insertions());
                assertThat(deleted.stream().filter(inserted::contains)).isEmpty();
                assertThat(deleted).hasSize(delta.deletions().orElseThrow());
                assertThat(inserted.size() + deleted.size()).isPositive();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    @DisplayName("P13: full chunk k never changes but for entries that leave")
    void keepFullChunks(long seed) {
        List<ListVersion> all = history(seed, 7, 12);
        for (int i = 1; i < all.size(); i++) {
            Transfer.Whole before = all.get(i - 1).whole();
            Transfer.Whole after = all.get(i).whole();
            assertThat(after.chunks()).isGreaterThanOrEqualTo(before.chunks());
            for (int chunk = 1; chunk < before.chunks(); chunk++) {
                List<RevokedHash> left = new ArrayList<>(before.entries(chunk));
                left.retainAll(after.entries(chunk));
                if (before.entries(chunk).size() * 2 >= 7) {
                    assertThat(after.entries(chunk)).isEqualTo(left);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    @DisplayName("I11: a client that mixes versions in one download ends right with the next delta, without ever clearing")
    void healWhoeverMixesVersions(long seed) {
        List<ListVersion> all = history(seed, 7, 3);
        Random random = new Random(seed);
        for (int start = 0; start < all.size() - 12; start++) {
            Set<RevokedHash> held = new HashSet<>(Versions.whole(all.get(start)));
            long base = all.get(start).mark().version();
            ListVersion checked = all.get(start + 2);
            int at = start + 2;
            int chunk = 1;
            for (boolean more = true; more; chunk++) {
                ListVersion asked = all.get(at);
                apply(held, asked.since(base), chunk);
                more = chunk < asked.since(base).chunks();
                at = Math.min(start + 10, at + random.nextInt(3));
            }
            ListVersion newest = all.get(start + 11);
            applyInsertionsFirst(held, newest, newest.since(checked.mark().version()));
            assertThat(held).isEqualTo(Versions.whole(newest));
        }
    }

    /** @param stay how much likelier an entry is to come than to leave */
    private static List<ListVersion> history(long seed, int chunkSize, int stay) {
        Random random = new Random(seed);
        Versions versions = new Versions(chunkSize);
        List<ListVersion> all = new ArrayList<>(List.of(versions.editor().newest().orElseThrow()));
        Set<RevokedHash> listed = new HashSet<>();
        while (all.size() < VERSIONS) {
            Set<RevokedHash> added = new LinkedHashSet<>();
            Set<RevokedHash> removed = new LinkedHashSet<>();
            for (int i = random.nextInt(9); i >= 0; i--) {
                RevokedHash who = Hashes.number(random.nextInt(PEOPLE));
                if (!listed.contains(who)) {
                    added.add(who);
                } else if (random.nextInt(stay) == 0) {
                    removed.add(who);
                }
            }
            listed.addAll(added);
            listed.removeAll(removed);
            if (!added.isEmpty() || !removed.isEmpty()) {
                all.add(versions.publish(List.copyOf(added), List.copyOf(removed)));
            }
        }
        return all;
    }

    private static void applyInsertionsFirst(Set<RevokedHash> held, ListVersion to, Transfer delta) {
        assertThat(delta).isInstanceOf(Transfer.Delta.class);
        for (int chunk = 1; chunk <= delta.chunks(); chunk++) {
            apply(held, delta, chunk);
        }
        assertThat(held).hasSize(to.mark().total());
    }

    private static void apply(Set<RevokedHash> held, Transfer delta, int chunk) {
        held.addAll(read(delta, chunk, "insertions"));
        held.removeAll(read(delta, chunk, "deletions"));
    }

    private static Set<RevokedHash> read(Transfer delta, int chunk, String field) {
        JsonNode json = JsonMapper.shared().readTree(delta.plain(chunk)).path(field);
        Set<RevokedHash> hashes = new LinkedHashSet<>();
        json.forEach(each -> hashes.add(RevokedHash.read(each.stringValue()).orElseThrow()));
        return hashes;
    }
}
