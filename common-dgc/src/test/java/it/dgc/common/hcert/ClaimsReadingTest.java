package it.dgc.common.hcert;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static it.dgc.common.hcert.TestClaims.EXPIRES;
import static it.dgc.common.hcert.TestClaims.ISSUED;
import static it.dgc.common.hcert.TestClaims.NOON;
import static it.dgc.common.hcert.Verdicts.SIGNER;
import static it.dgc.common.hcert.Verdicts.refuses;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("HcertDecoder on claims that are odd in one thing")
class ClaimsReadingTest {

    @Nested
    @DisplayName("hcert-spec 3.3.5: exp SHALL hold a NumericDate, after which a verifier MUST reject the payload")
    class ExpirationTime {

        @Test
        void acceptsTheLastSecondAndRefusesTheNext() throws GeneralSecurityException {
            assertThat(SIGNER.decoder().read(Verdicts.text(), EXPIRES)).isInstanceOf(HcertReading.Accepted.class);
            refuses(Verdicts.text(), EXPIRES.plusNanos(1), HcertRefusal.CWT_EXPIRED);
        }

        @Test
        void acceptsFloats() {
            String text = OddCodecs.claims(SIGNER, ISSUED.getEpochSecond() + 0.25, EXPIRES.getEpochSecond() + 0.5);
            assertThat(SIGNER.decoder().read(text, NOON)).isInstanceOfSatisfying(HcertReading.Accepted.class,
                    accepted -> {
                        assertThat(accepted.hcert().issuedAt()).isEqualTo(ISSUED.plusMillis(250));
                        assertThat(accepted.hcert().expiresAt()).isEqualTo(EXPIRES.plusMillis(500));
                    });
        }

        @Test
        void refusesWhatIsNoNumber() {
            for (Object exp : new Object[]{"1830297600", true, List.of(), Double.NaN, Double.POSITIVE_INFINITY, 1e300,
                    Long.MAX_VALUE}) {
                refuses(OddCodecs.claims(SIGNER, ISSUED.getEpochSecond(), exp),
                        HcertRefusal.CBOR_DESERIALIZATION_FAILED);
            }
            refuses(OddCodecs.claims(SIGNER, null, EXPIRES.getEpochSecond()), HcertRefusal.CBOR_DESERIALIZATION_FAILED);
        }

        @Test
        @DisplayName("the key's certificate has ended")
        void refusesAfterTheKeysPeriod() {
            String text = OddCodecs.claims(SIGNER, ISSUED.getEpochSecond(), TestSigner.NOT_AFTER.getEpochSecond() + 60);
            assertThat(SIGNER.decoder().read(text, TestSigner.NOT_AFTER)).isInstanceOf(HcertReading.Accepted.class);
            refuses(text, TestSigner.NOT_AFTER.plusSeconds(1), HcertRefusal.PUBLIC_KEY_EXPIRED);
        }
    }

    @Nested
    @DisplayName("hcert-spec 3.3.6: iat SHALL hold the time of creation and MUST NOT predate the validity of the DSC")
    class IssuedAt {

        @Test
        void refusesASecondEarlier() throws GeneralSecurityException {
            assertThat(SIGNER.decoder().read(Verdicts.text(), ISSUED)).isInstanceOf(HcertReading.Accepted.class);
            refuses(Verdicts.text(), ISSUED.minusNanos(1), HcertRefusal.CWT_NOT_YET_VALID);
        }

        @Test
        void refusesAnIssueBeforeTheKeysPeriod() {
            String text = OddCodecs.claims(SIGNER, TestSigner.NOT_BEFORE.getEpochSecond() - 1,
                    EXPIRES.getEpochSecond());
            refuses(text, HcertRefusal.PUBLIC_KEY_NOT_YET_VALID);
        }

        @Test
        void refusesAnIssueAfterTheExpirationAtAnyTime() {
            String text = OddCodecs.claims(SIGNER, EXPIRES.getEpochSecond(), ISSUED.getEpochSecond());
            refuses(text, NOON, HcertRefusal.CWT_NOT_YET_VALID);
            refuses(text, EXPIRES, HcertRefusal.CWT_EXPIRED);
        }
    }

    @Nested
    @DisplayName("hcert-spec 3.3.4 and 3.3.7: iss MAY be there, hcert is a JSON object in CBOR")
    class Claims {

        @Test
        void acceptsNoIssuer() {
            String text = OddCodecs.claims(SIGNER, ISSUED.getEpochSecond(), EXPIRES.getEpochSecond());
            assertThat(SIGNER.decoder().read(text, NOON)).isInstanceOfSatisfying(HcertReading.Accepted.class,
                    accepted -> assertThat(accepted.hcert().issuer()).isNull());
        }

        @Test
        void refusesNoDcc() {
            for (Object hcert : new Object[]{null, Map.of(), Map.of(2L, Map.of()), Map.of("1", Map.of()),
                    Map.of(1L, "dcc"), Map.of(1L, List.of())}) {
                refuses(OddCodecs.hcert(SIGNER, hcert), HcertRefusal.CBOR_DESERIALIZATION_FAILED);
            }
        }

        @Test
        void refusesWhatJsonCannotHold() {
            for (Object inner : new Object[]{new byte[1], List.of(new byte[1]), Map.of(1L, "x")}) {
                refuses(OddCodecs.hcert(SIGNER, Map.of(1L, Map.of("x", inner))),
                        HcertRefusal.CBOR_DESERIALIZATION_FAILED);
            }
        }

        @Test
        void refusesAClaimThatStandsTwice() {
            refuses(OddCodecs.payload(SIGNER, "a5041a70000000061a60000000390103a101a00162495401624954"),
                    HcertRefusal.CBOR_DESERIALIZATION_FAILED);
        }

        @Test
        void refusesAnIssuerThatIsNoText() {
            refuses(OddCodecs.payload(SIGNER, "a4041a70000000061a60000000390103a101a00101"),
                    HcertRefusal.CBOR_DESERIALIZATION_FAILED);
        }

        @ParameterizedTest
        @ValueSource(ints = {33, 60_000})
        void refusesNestingThatWouldExhaustTheStack(int levels) {
            refuses(OddCodecs.deepNesting(SIGNER, levels), HcertRefusal.CBOR_DESERIALIZATION_FAILED);
        }

        @ParameterizedTest(name = "{0}")
        @ValueSource(strings = {"5b7fffffffffffffff", "7affffffff", "9b0000000100000000", "bb8000000000000000",
                "ba7fffffff", "9bffffffffffffffff"})
        void refusesDeclaredLengthsBeyondTheInput(String hex) {
            refuses(OddCodecs.payload(SIGNER, hex), HcertRefusal.CBOR_DESERIALIZATION_FAILED);
        }

        @Test
        void refusesAnEmptyPayloadAndTrailingBytes() {
            refuses(OddCodecs.payload(SIGNER, ""), HcertRefusal.CBOR_DESERIALIZATION_FAILED);
            byte[] trailing = OddCodecs.concat(HcertEncoder.payload(TestClaims.claims()), new byte[1]);
            refuses(OddCose.plain(SIGNER).withPayload(trailing).text(), HcertRefusal.CBOR_DESERIALIZATION_FAILED);
        }
    }

    @Nested
    @DisplayName("inspect decodes without keys, for tools")
    class Inspection {

        @Test
        void showsACertificateThatNobodyMayTrust() {
            assertThat(HcertDecoder.inspect(OddCodecs.brokenSignature(SIGNER))).isEqualTo(new HcertInspection.Readable(
                    new Hcert(SIGNER.kid(), "IT", ISSUED, EXPIRES, TestClaims.dcc())));
        }

        @Test
        void namesTheStageThatFailed() {
            assertThat(HcertDecoder.inspect("HC1:GGW"))
                    .isEqualTo(new HcertInspection.Unreadable(HcertRefusal.BASE_45_DECODING_FAILED));
        }
    }
}
