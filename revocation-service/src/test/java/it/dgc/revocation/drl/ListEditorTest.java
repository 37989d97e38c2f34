package it.dgc.revocation.drl;

import java.time.Duration;
import java.util.List;

import it.dgc.revocation.Hashes;
import it.dgc.revocation.drl.hashes.RevokedHash;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@DisplayName("D8: an entry keeps its slot, a removal leaves a gap")
class ListEditorTest {

    private final Versions versions = new Versions(4);

    @Test
    void putsNewEntriesBehindTheOthers() {
        ListVersion version = versions.publish(Hashes.numbers(0, 5), List.of());
        assertThat(version.whole().chunks()).isEqualTo(2);
        assertThat(version.whole().entries(1)).startsWith(SyntheticEntry.hash())
                .endsWith(Hashes.number(2)).hasSize(4);
        assertThat(version.whole().entries(2)).containsExactly(Hashes.number(3), Hashes.number(4));
        assertThat(version.mark().total()).isEqualTo(6);
    }

    @Test
    void leavesAGapAndMovesNothing() {
        versions.publish(Hashes.numbers(0, 7), List.of());
        ListVersion version = versions.publish(List.of(), List.of(Hashes.number(1)));
        assertThat(version.whole().entries(1)).containsExactly(SyntheticEntry.hash(), Hashes.number(0),
                Hashes.number(2));
        assertThat(version.whole().entries(2)).containsExactlyElementsOf(Hashes.numbers(3, 7));
    }

    @Test
    void sharesSegmentsThatDidNotChange() {
        ListVersion before = versions.publish(Hashes.numbers(0, 9), List.of());
        ListVersion after = versions.publish(Hashes.numbers(9, 10), List.of(Hashes.number(4)));
        assertThat(after.segments().getFirst()).isSameAs(before.segments().getFirst());
        assertThat(after.segments().get(1)).isNotSameAs(before.segments().get(1));
    }

    @Test
    @DisplayName("a chunk more than half full keeps its gaps: a full chunk never changes because of new entries")
    void doesNotFillGapsOfChunksThatAreHalfFull() {
        versions.publish(Hashes.numbers(0, 7), List.of());
        versions.publish(List.of(), Hashes.numbers(1, 3));
        ListVersion version = versions.publish(Hashes.numbers(7, 9), List.of());
        assertThat(version.whole().entries(1)).containsExactly(SyntheticEntry.hash(), Hashes.number(0));
        assertThat(version.whole().entries(3)).containsExactlyElementsOf(Hashes.numbers(7, 9));
    }

    @Test
    @DisplayName("compaction: new entries go to chunks that are less than half full; nothing is moved")
    void fillsChunksThatAreNearlyEmpty() {
        versions.publish(Hashes.numbers(0, 11), List.of());
        versions.publish(List.of(), Hashes.numbers(4, 7));
        ListVersion version = versions.publish(Hashes.numbers(11, 14), List.of());
        assertThat(version.whole().entries(2)).containsExactly(Hashes.number(3), Hashes.number(11));
        assertThat(version.whole().entries(4)).containsExactlyElementsOf(Hashes.numbers(12, 14));
        assertThat(version.whole().chunks()).isEqualTo(4);
    }

    @Test
    void keepsNothingOfAnEntryInItsGap() {
        versions.publish(Hashes.numbers(0, 3), List.of());
        ListVersion version = versions.publish(List.of(), List.of(Hashes.number(1)));
        assertThat(version.segments().getFirst().at(2)).isEqualTo(RevokedHash.ZERO);
    }

    @Test
    @DisplayName("P14: a version that does not come out as recorded is not made")
    void refusesChangesThatDoNotLeadToTheMark() {
        ListEditor editor = versions.editor();
        ListVersion before = versions.publish(Hashes.numbers(0, 3), List.of());
        NetChanges changes = new NetChanges(Hashes.numbers(3, 5), List.of());
        VersionMark right = before.mark().next(changes, 9, before.mark().publishedAt());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> editor.advance(right, new NetChanges(Hashes.numbers(3, 4), List.of())));
        assertThatIllegalArgumentException().isThrownBy(
                () -> editor.advance(right, new NetChanges(Hashes.numbers(4, 6), List.of())));
        assertThat(editor.newest()).containsSame(before);
        assertThat(editor.advance(right, changes).mark()).isEqualTo(right);
    }

    @Test
    @DisplayName("P14: the clock set back 1 h")
    void neverPublishesBeforeTheVersionBefore() {
        VersionMark now = versions.editor().mark();
        VersionMark next = now.next(new NetChanges(Hashes.numbers(0, 1), List.of()), 1,
                now.publishedAt().minus(Duration.ofHours(1)));
        assertThat(next.publishedAt()).isEqualTo(now.publishedAt());
        assertThat(next.version()).isEqualTo(now.version() + 1);
    }

    @Test
    @DisplayName("I10: a replaced version is kept for as long as is configured, and not for ever")
    void keepsVersionsForAsLongAsConfigured() {
        ListVersion second = versions.publish(Hashes.numbers(0, 1), List.of());
        versions.publish(Hashes.numbers(1, 2), List.of());
        versions.pass(Versions.KEEP.minusHours(2));
        ListVersion within = versions.publish(Hashes.numbers(2, 3), List.of());
        assertThat(within.since(second.mark().version())).isInstanceOf(Transfer.Delta.class);
        assertThat(within.since(1)).isInstanceOf(Transfer.Delta.class);

        versions.pass(Versions.KEEP.dividedBy(10));
        ListVersion later = versions.publish(Hashes.numbers(3, 4), List.of());
        assertThat(later.since(second.mark().version())).isEqualTo(later.whole());
        assertThat(later.since(within.mark().version()).insertions()).isEqualTo(1);
        ListVersion after = versions.publish(List.of(), Hashes.numbers(2, 3));
        assertThat(after.since(within.mark().version()).insertions()).isEqualTo(1);
        assertThat(after.since(within.mark().version()).deletions()).contains(1);
    }
}
