package it.dgc.common.uvci;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

@DisplayName("UVCI: 01IT, a UUID of version 4 without dashes, # and a check digit")
class UvciTest {

    private static final String EXEMPTION_SAMPLE = "01IT1B321FE2B68D42A7AB6A2EC83E8F09F3#7";

    @ParameterizedTest
    @ValueSource(strings = {"01ITA65E2BD36C9E4900B0273D2E7C92EEB9#1", "01IT053059F7676042D9BEE9F874C4901F9B#3",
            "01IT0BFC9866D3854EAC82C21654B6F6DE32#1", "01ITE7300E1AB2A84C719004F103DCB1F70A#6", EXEMPTION_SAMPLE})
    void acceptsPublicIdentifiers(String text) {
        assertThat(Uvci.parse(text)).hasValue(new Uvci(text));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "01ITE7300E1AB2A84C719004F103DCB1F70A#5", "01ite7300e1ab2a84c719004f103dcb1f70a#6",
            "URN:UVCI:01ITE7300E1AB2A84C719004F103DCB1F70A#6", "01ITE7300E1AB2A84C719004F103DCB1F70A",
            "01ITE7300E1AB2A84C719004F103DCB1F70A#", "01ITE7300E1AB2A84C719004F103DCB1F70A#6\n",
            " 01ITE7300E1AB2A84C719004F103DCB1F70A#6", "01ITE7300E1AB2A84C719004F103DCB1F70G#6",
            "02ITE7300E1AB2A84C719004F103DCB1F70A#6", "01DEE7300E1AB2A84C719004F103DCB1F70A#6",
            "01ITE7300E1AB2A84C719004F103DCB1F70A#\u0666", "URN:UVCI:01:NL:187/37512422923#Z"})
    void refusesEverythingElse(String text) {
        assertThat(Uvci.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Uvci(text)).withMessage(
                "A UVCI is 01IT, 32 of 0-9 A-F, # and the right check digit");
    }

    @Test
    void noticesOneWrongDigitAmongTen() {
        String body = EXEMPTION_SAMPLE.substring(0, EXEMPTION_SAMPLE.length() - 1);
        assertThat(IntStream.range(0, 10).filter(digit -> Uvci.parse(body + digit).isPresent())).containsExactly(7);
    }

    @Test
    @DisplayName("32 of 0-9 A-F: nothing beside them, though the check digit would be right for it")
    void takesHexadecimalDigitsInUpperCaseOnly() {
        for (char c = ' '; c < 0x80; c++) {
            String spoilt = EXEMPTION_SAMPLE.substring(0, 20) + c + EXEMPTION_SAMPLE.substring(21);
            String body = spoilt.substring(0, spoilt.length() - 1);
            boolean isHexadecimal = "0123456789ABCDEF".indexOf(c) >= 0;
            assertThat(IntStream.range(0, 10).filter(digit -> Uvci.parse(body + digit).isPresent()))
                    .hasSize(isHexadecimal ? 1 : 0);
        }
    }

    @Test
    @DisplayName("DRL: the list holds Base64(SHA-256(ci)) of exactly the text in the certificate")
    void namesItselfInTheRevocationListAsVerifiersDo() {
        assertThat(new Uvci(EXEMPTION_SAMPLE).revocationHash()).hasSize(44)
                .isEqualTo("r/idS5EVPWEij0tVGj/ETp9EBkWxm4ymAcQPe4MP8Bc=");
    }

    @Test
    void acceptsTheIdentifiersOfThePublicItalianTestCertificates() throws IOException {
        Path folder = vectors().resolve("dgc-testdata/IT/2DCode/raw");
        assumeTrue(Files.isDirectory(folder), "dgc-testdata/IT is not on this machine");
        Matcher found = Pattern.compile("01IT[0-9A-F]{32}#.").matcher(allText(folder));
        assertThat(found.results().map(result -> result.group())).isNotEmpty()
                .allSatisfy(text -> assertThat(Uvci.parse(text)).isPresent());
    }

    private static Path vectors() {
        return Path.of(System.getProperty("dgc.root", ""))
                .resolve(System.getProperty("dgc.vectors", "../shared/vectors"));
    }

    private static String allText(Path folder) throws IOException {
        StringBuilder text = new StringBuilder();
        try (var files = Files.newDirectoryStream(folder, "*.json")) {
            for (Path file : files) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }

    @Nested
    @DisplayName("derived from an HMAC, so that a replay rebuilds the same identifier")
    class Derived {

        @Test
        void marksVersionAndVariantInTheFirstSixteenBytes() {
            byte[] counting = new byte[32];
            IntStream.range(0, 32).forEach(i -> counting[i] = (byte) i);
            assertThat(Uvci.derive(counting).value()).isEqualTo("01IT000102030405460788090A0B0C0D0E0F#8");
        }

        @Test
        void keepsAllOtherBits() {
            byte[] ones = new byte[16];
            Arrays.fill(ones, (byte) 0xFF);
            assertThat(Uvci.derive(ones).value()).isEqualTo("01ITFFFFFFFFFFFF4FFFBFFFFFFFFFFFFFFF#0");
            assertThat(ones).containsOnly((byte) 0xFF);
        }

        @Test
        void givesTenThousandValidIdentifiersThatAreUuidsOfVersionFour() {
            Random random = new Random(20211);
            Set<Uvci> seen = new HashSet<>();
            for (int i = 0; i < 10_000; i++) {
                Uvci uvci = Uvci.derive(randomDigest(random));
                assertThat(Uvci.parse(uvci.value())).hasValue(uvci);
                UUID uuid = uuidIn(uvci);
                assertThat(uuid.version()).isEqualTo(4);
                assertThat(uuid.variant()).isEqualTo(2);
                seen.add(uvci);
            }
            assertThat(seen).hasSize(10_000);
        }

        @Test
        void givesTheSameForTheSameDigestAndIgnoresWhatIsCut() {
            byte[] digest = randomDigest(new Random(1));
            byte[] otherTail = digest.clone();
            otherTail[31] ^= 1;
            assertThat(Uvci.derive(digest)).isEqualTo(Uvci.derive(otherTail));
        }

        @Test
        void refusesADigestThatIsTooShort() {
            assertThatIllegalArgumentException().isThrownBy(() -> Uvci.derive(new byte[15]));
        }

        private static byte[] randomDigest(Random random) {
            byte[] digest = new byte[32];
            random.nextBytes(digest);
            return digest;
        }

        private static UUID uuidIn(Uvci uvci) {
            String hex = uvci.value().substring(4, 36);
            return new UUID(Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16));
        }
    }
}
