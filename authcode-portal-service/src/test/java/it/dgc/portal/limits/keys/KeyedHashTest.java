package it.dgc.portal.limits.keys;

import java.util.HexFormat;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class KeyedHashTest {

    private final KeyedHash hash = new KeyedHash(new byte[32]);

    @Test
    void isHmacSha256OfMeasuredParts() {
        assertThat(HexFormat.of().formatHex(hash.bytes("a", "b")))
                .isEqualTo("52d76d69b2d820e29a37898c0cd4ce2dc982253cc763901f987f8f0688f54daa");
    }

    @Test
    void tellsPurposesPartsAndKeysApart() {
        assertThat(hash.text("a", "bc")).hasSize(43).isEqualTo(hash.text("a", "bc"))
                .isNotEqualTo(hash.text("ab", "c")).isNotEqualTo(hash.text("a", "b", "c"))
                .isNotEqualTo(hash.text("b", "bc"));
        byte[] other = new byte[32];
        other[0] = 1;
        assertThat(new KeyedHash(other).text("a", "bc")).isNotEqualTo(hash.text("a", "bc"));
    }

    @Test
    void takesNoShortKey() {
        assertThatIllegalArgumentException().isThrownBy(() -> new KeyedHash(new byte[31]));
    }

    @Test
    void doesNotPrintItsKey() {
        assertThat(hash).hasToString("KeyedHash[masked]");
    }
}
