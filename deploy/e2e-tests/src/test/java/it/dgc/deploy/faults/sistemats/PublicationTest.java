package it.dgc.deploy.faults.sistemats;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import it.dgc.deploy.oracle.Published;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("What is published in a chaos run")
class PublicationTest {

    private static final Instant NOW = Instant.parse("2022-03-01T10:00:00Z");

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(lines(Publication.make(7, 300, NOW))).isEqualTo(lines(Publication.make(7, 300, NOW)))
                .isNotEqualTo(lines(Publication.make(8, 300, NOW)));
    }

    @Test
    void hasEveryPoisonAmongMuchThatIsGood() {
        Publication.Made made = Publication.make(1, 3_000, NOW);
        Set<String> poisons = made.script().stream().flatMap(one -> one.poison().stream()).collect(Collectors.toSet());
        assertThat(poisons).hasSameSizeAs(Poison.values());
        assertThat(made.certificates()).hasSizeBetween(2_400, 2_800).isSorted().doesNotHaveDuplicates();
        assertThat(made.script()).extracting(Published::number).isSorted().hasSize(3_000);
    }

    @Test
    void hasSomeExactlyTwice() {
        List<String> contents = Publication.make(1, 3_000, NOW).script().stream()
                .map(one -> one.line().replaceFirst("\\d+\t", "")).toList();
        assertThat(Set.copyOf(contents)).hasSizeLessThan(contents.size());
    }

    @Test
    void goesAsFarAsTheNextFaultNeedsAndSomeMore() {
        Publication.Made made = new Publication.Made(Publication.make(1, 10, NOW).script(), List.of(0, 3, 4, 8));
        assertThat(made.needed(1, 2)).isEqualTo(6);
        assertThat(made.needed(3, 2)).isEqualTo(10);
        assertThat(made.needed(4, 2)).isEqualTo(10);
    }

    private static List<String> lines(Publication.Made made) {
        return made.script().stream().map(Published::line).toList();
    }
}
