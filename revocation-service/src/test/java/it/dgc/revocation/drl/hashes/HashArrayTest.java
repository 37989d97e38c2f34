package it.dgc.revocation.drl.hashes;

import java.util.List;
import java.util.stream.IntStream;

import it.dgc.revocation.Hashes;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HashArrayTest {

    @Test
    void keepsTheOrder() {
        HashArray array = HashArray.empty();
        for (int i = 0; i < 2500; i += 500) {
            array = array.plus(Hashes.numbers(i, i + 500));
        }
        assertThat(all(array)).containsExactlyElementsOf(Hashes.numbers(0, 2500));
    }

    @Test
    void doesNotChangeForWhoeverHoldsAnEarlierOne() {
        HashArray before = HashArray.empty().plus(Hashes.numbers(0, 3));
        HashArray after = before.plus(Hashes.numbers(3, 1500));
        assertThat(all(before)).containsExactlyElementsOf(Hashes.numbers(0, 3));
        assertThat(after.size()).isEqualTo(1500);
    }

    private static List<RevokedHash> all(HashArray array) {
        return IntStream.range(0, array.size()).mapToObj(array::at).toList();
    }
}
