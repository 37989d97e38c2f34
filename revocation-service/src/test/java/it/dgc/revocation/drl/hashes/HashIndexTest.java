package it.dgc.revocation.drl.hashes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HashIndexTest {

    private final List<RevokedHash> array = new ArrayList<>();
    private final HashIndex index = new HashIndex(array::get);

    /** Few different beginnings: the searches collide, and removals have to move entries up. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void knowsWhatAMapKnows(long seed) {
        Random random = new Random(seed);
        Map<RevokedHash, Integer> map = new HashMap<>();
        for (int step = 0; step < 20_000; step++) {
            RevokedHash hash = new RevokedHash(random.nextInt(40), 0, 0, random.nextInt(50));
            if (random.nextInt(3) == 0) {
                assertThat(index.remove(hash)).isEqualTo(orAbsent(map.remove(hash)));
            } else {
                array.add(hash);
                assertThat(index.put(hash, array.size() - 1)).isEqualTo(orAbsent(map.put(hash, array.size() - 1)));
            }
            assertThat(index.find(hash)).isEqualTo(orAbsent(map.get(hash)));
        }
        assertThat(index.size()).isEqualTo(map.size()).isPositive();
        map.forEach((hash, place) -> assertThat(index.find(hash)).isEqualTo(place));
    }

    @Test
    void findsNothingInNothing() {
        assertThat(index.find(RevokedHash.ZERO)).isEqualTo(HashIndex.ABSENT);
        assertThat(index.remove(RevokedHash.ZERO)).isEqualTo(HashIndex.ABSENT);
        assertThat(index.size()).isZero();
    }

    private static int orAbsent(Integer place) {
        return place == null ? HashIndex.ABSENT : place;
    }
}
