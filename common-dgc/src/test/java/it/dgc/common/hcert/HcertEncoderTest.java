package it.dgc.common.hcert;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SignatureException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import com.upokecenter.cbor.CBORObject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.digg.dgc.encoding.Base45;
import se.digg.dgc.service.impl.DefaultDGCDecoder;
import se.digg.dgc.signatures.impl.DefaultDGCSignatureVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("hcert-spec 3.3 and 4.2: DCC, CBOR, CWT, COSE_Sign1, zlib, base45, prefix")
class HcertEncoderTest {

    private static final TestSigner SIGNER = TestSigner.p256();
    private static final int GENERATED = Integer.getInteger("hcert.generated", 50);

    @Nested
    @DisplayName("the steps")
    class Steps {

        private final EncodingTrace trace;

        Steps() throws GeneralSecurityException {
            trace = new HcertEncoder().trace(TestClaims.claims(), SIGNER);
        }

        @Test
        @DisplayName("3.3.1: claims in the order of the Italian sample: exp, iat, iss, hcert")
        void ordersTheClaimsAsTheSampleDoes() {
            assertThat(HexFormat.of().formatHex(trace.cwt())).startsWith("a4041a")
                    .matches("a4041a.{8}061a.{8}01624954390103a101a4636e616d.*");
        }

        @Test
        @DisplayName("3.3.1: exactly one tag 18; protected header {4: kid, 1: -7}, unprotected header empty")
        void writesOneTagAndTheHeaderAsTheSampleDoes() {
            assertThat(HexFormat.of().formatHex(trace.cose())).startsWith(
                    "d2844da20448" + HexFormat.of().formatHex(SIGNER.kid().bytes()) + "0126" + "a0" + "59");
        }

        @Test
        @DisplayName("4.2.1: zlib header 78 DA")
        void compressesBest() {
            assertThat(trace.deflated()).startsWith(0x78, 0xDA);
        }

        @Test
        @DisplayName("4.2.2: HC1: and characters of the alphanumeric mode")
        void writesOnlyCharactersOfTheAlphanumericMode() {
            assertThat(trace.text()).isEqualTo("HC1:" + trace.base45()).matches("HC1:[0-9A-Z $%*+\\-./:]+");
        }

        @Test
        void keepsPersonalDataOutOfPrints() {
            assertThat(trace.toString()).doesNotContain(trace.base45());
        }
    }

    @Test
    void cutsTimesToWholeSeconds() {
        HcertClaims claims = TestClaims.claims();
        HcertClaims late = new HcertClaims("IT", claims.issuedAt().plusMillis(999), claims.expiresAt().plusNanos(1),
                claims.dcc());
        assertThat(HcertEncoder.payload(late)).isEqualTo(HcertEncoder.payload(claims));
    }

    @Test
    void refusesASignatureThatIsNotEs256() {
        CoseSigner der = new CoseSigner() {
            @Override
            public KeyId kid() {
                return SIGNER.kid();
            }

            @Override
            public byte[] sign(byte[] toBeSigned) {
                return new byte[70];
            }
        };
        assertThatThrownBy(() -> new HcertEncoder().encode(TestClaims.claims(), der))
                .isInstanceOf(SignatureException.class).hasMessageContaining("70");
    }

    @Test
    void refusesValuesWithoutAForm() {
        Map<String, Object> dcc = Map.of("dob", Instant.EPOCH);
        HcertClaims claims = new HcertClaims("IT", TestClaims.ISSUED, TestClaims.EXPIRES, dcc);
        assertThatThrownBy(() -> HcertEncoder.payload(claims)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("generated")
    @DisplayName("what is encoded is decoded, bit by bit")
    void decodesWhatItEncodes(HcertClaims claims) throws GeneralSecurityException {
        String text = new HcertEncoder().encode(claims, SIGNER);
        HcertReading reading = SIGNER.decoder().read(text, claims.issuedAt());
        assertThat(reading).isInstanceOfSatisfying(HcertReading.Accepted.class, accepted -> {
            Hcert hcert = accepted.hcert();
            assertThat(hcert.dcc()).isEqualTo(claims.dcc());
            assertThat(HcertEncoder.payload(
                    new HcertClaims(hcert.issuer(), hcert.issuedAt(), hcert.expiresAt(), hcert.dcc())))
                    .isEqualTo(HcertEncoder.payload(claims));
        });
    }

    @ParameterizedTest
    @MethodSource("generated")
    @DisplayName("an independent reader (se.digg) finds the same DCC under a signature that it verifies")
    void isReadByAnIndependentReader(HcertClaims claims) throws Exception {
        var verifier = new DefaultDGCSignatureVerifier();
        verifier.setTestValidationTime(claims.issuedAt());
        var reader = new DefaultDGCDecoder(verifier,
                (country, kid) -> Arrays.equals(kid, SIGNER.kid().bytes()) && country.equals("IT")
                        ? List.of(SIGNER.certificate())
                        : List.of());
        byte[] dcc = reader.decodeToBytes(new HcertEncoder().encode(claims, SIGNER));
        assertThat(CBORObject.DecodeFromBytes(dcc)).isEqualTo(CBORObject.FromObject(claims.dcc()));
    }

    @ParameterizedTest
    @MethodSource("generated")
    @DisplayName("RFC 9285: two implementations write the same base45")
    void writesTheBase45OfAnIndependentWriter(HcertClaims claims) throws GeneralSecurityException {
        EncodingTrace trace = new HcertEncoder().trace(claims, SIGNER);
        assertThat(Base45.getEncoder().encodeToString(trace.deflated())).isEqualTo(trace.base45());
        assertThat(it.dgc.common.hcert.base45.Base45.encode("Hello!!".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("%69 VD92EX0");
    }

    static Stream<HcertClaims> generated() {
        return Stream.iterate(1, seed -> seed + 1).limit(GENERATED).map(Random::new).map(HcertEncoderTest::claims);
    }

    private static HcertClaims claims(Random random) {
        Instant issued = TestSigner.NOT_BEFORE.plusSeconds(random.nextInt(1_000_000));
        return new HcertClaims("IT", issued, issued.plus(Duration.ofDays(1 + random.nextInt(300))), map(random, 3));
    }

    private static Map<String, Object> map(Random random, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        int size = random.nextInt(6);
        for (int entry = 0; entry < size; entry++) {
            map.put(text(random) + entry, value(random, depth));
        }
        return map;
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 5 : 7)) {
            case 0 -> text(random);
            case 1 -> random.nextLong();
            case 2 -> (long) random.nextInt(300) - 150;
            case 3 -> random.nextBoolean();
            case 4 -> random.nextDouble();
            case 5 -> map(random, depth - 1);
            default -> list(random, depth - 1);
        };
    }

    private static List<Object> list(Random random, int depth) {
        List<Object> list = new ArrayList<>();
        for (int size = random.nextInt(4); size > 0; size--) {
            list.add(value(random, depth));
        }
        return list;
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(30), ' ', 0x250)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
