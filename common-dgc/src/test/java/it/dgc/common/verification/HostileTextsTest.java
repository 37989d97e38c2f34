package it.dgc.common.verification;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import it.dgc.common.hcert.Compression;
import it.dgc.common.hcert.HcertDecoder;
import it.dgc.common.hcert.HcertInspection;
import it.dgc.common.hcert.base45.Base45;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static it.dgc.common.verification.Desk.NOON;
import static it.dgc.common.verification.Desk.SIGNER;
import static it.dgc.common.verification.Desk.UNTIL;
import static it.dgc.common.verification.Desk.certificate;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("There is an outcome for any text, and no change of a certificate makes another valid one")
class HostileTextsTest {

    private static final long SEED = 42;
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    private static final List<String> SCRAPS = List.of("", "HC1:", "\u0000", "\uD800", "a", "é", "𝄞", "\n", "HC1:HC1:",
            ALPHABET, "%%%", ":::", "HC1:6BF");
    private static final String GOOD = certificate(Optional.of(UNTIL));
    private static final HcertInspection ORIGINAL = HcertDecoder.inspect(GOOD);

    private final Verifier verifier = new Verifier(Desk.data(SIGNER.trusted(), Desk.rules(), NOON));
    private Random random;

    @BeforeEach
    void begin() {
        random = new Random(SEED);
    }

    @Test
    void judgesTextsThatWereChangedOrCutOrMadeUp() {
        Stream.generate(() -> random.nextInt(3) == 0 ? madeUp() : changed(GOOD)).limit(5000).forEach(this::judge);
    }

    @Test
    void judgesEnvelopesThatWereChanged() {
        byte[] cose = Compression.inflate(Base45.decode(GOOD.substring(4)).orElseThrow()).orElseThrow();
        Stream.generate(() -> OddText.of(changed(cose))).limit(1500).forEach(this::judge);
    }

    @Test
    @DisplayName("also where a trusted signer signs nonsense: outcome and holder come from what was signed")
    void judgesNonsenseThatIsSigned() {
        OddText plain = OddText.plain();
        Supplier<String> nonsense = () -> plain.withPayload(changed(plain.payload())).text();
        Stream.generate(nonsense).limit(1000).forEach(text -> {
            Verification verification = verifier.verify(text, NOON);
            assertThat(verification.reason().isEmpty()).as(text).isEqualTo(verification.outcome() == Outcome.VALID);
            assertThat(verification.holder().isPresent() || verification.outcome() != Outcome.VALID).as(text).isTrue();
            assertThat(verification.outcome()).as(text).isNotEqualTo(Outcome.SYNC_NEEDED);
        });
    }

    private void judge(String text) {
        Verification verification = verifier.verify(text, NOON);
        if (HcertDecoder.inspect(text).equals(ORIGINAL)) {
            assertThat(verification.outcome()).as(text).isIn(Outcome.VALID, Outcome.NOT_VALID);
        } else {
            assertThat(verification.outcome()).as(text).isIn(Set.of(Outcome.NOT_VALID, Outcome.NOT_EU_DCC));
            assertThat(verification.holder()).as(text).isEmpty();
        }
    }

    private String madeUp() {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "HC1:" : "");
        for (int i = random.nextInt(60); i > 0; i--) {
            text.append(random.nextInt(8) == 0 ? scrap() : ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    private String changed(String text) {
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + random.nextInt(4));
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, at);
            case 1 -> text.substring(0, at) + scrap() + text.substring(end);
            case 2 -> text.substring(0, at) + text.substring(end);
            default -> text.substring(0, at) + ALPHABET.charAt(random.nextInt(ALPHABET.length()))
                    + text.substring(Math.min(text.length(), at + 1));
        };
    }

    private String scrap() {
        return SCRAPS.get(random.nextInt(SCRAPS.size()));
    }

    private byte[] changed(byte[] bytes) {
        byte[] copy = random.nextInt(10) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes.clone();
        for (int i = random.nextInt(3); i >= 0 && copy.length > 0; i--) {
            copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
        }
        return copy;
    }
}
