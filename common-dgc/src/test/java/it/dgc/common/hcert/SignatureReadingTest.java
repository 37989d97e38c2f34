package it.dgc.common.hcert;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Set;

import it.dgc.common.hcert.cbor.Cbor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static it.dgc.common.hcert.TestClaims.EXPIRES;
import static it.dgc.common.hcert.TestClaims.ISSUED;
import static it.dgc.common.hcert.TestClaims.NOON;
import static it.dgc.common.hcert.Verdicts.SIGNER;
import static it.dgc.common.hcert.Verdicts.accepts;
import static it.dgc.common.hcert.Verdicts.refuses;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("HcertDecoder on signatures and keys that are odd in one thing")
class SignatureReadingTest {

    @Test
    void tellsWhatWasSignedAndByWhom() throws GeneralSecurityException {
        var expected = new Hcert(SIGNER.kid(), "IT", ISSUED, EXPIRES, TestClaims.dcc());
        assertThat(SIGNER.decoder().read(Verdicts.text(), NOON))
                .isEqualTo(new HcertReading.Accepted(expected, SIGNER.key()));
    }

    @Nested
    @DisplayName("hcert-spec 3.3.2: ES256 is the primary, PS256 the secondary algorithm; both MUST be implemented")
    class Algorithm {

        @Test
        void acceptsPs256() {
            TestSigner rsa = TestSigner.rsa(2048);
            String text = OddCodecs.algorithm(rsa, -37L);
            assertThat(rsa.decoder().read(text, NOON)).isInstanceOf(HcertReading.Accepted.class);
        }

        @Test
        void refusesRsaKeysBelow2048Bits() {
            TestSigner rsa = TestSigner.rsa(1024);
            assertThat(rsa.decoder().read(OddCodecs.algorithm(rsa, -37L), NOON))
                    .isEqualTo(new HcertReading.Refused(HcertRefusal.KEY_DOES_NOT_FIT_ALGORITHM));
        }

        @Test
        @DisplayName("divergence: P-384 with ES256 is read, as RFC 9053 allows and issuers have done")
        void acceptsP384() {
            TestSigner p384 = TestSigner.p384();
            assertThat(p384.decoder().read(OddCose.plain(p384).text(), NOON)).isInstanceOf(HcertReading.Accepted.class);
        }

        @ParameterizedTest(name = "alg {0}")
        @ValueSource(longs = {-35, -8, 5, 0, 7, 26, -257})
        void refusesOtherAlgorithms(long algorithm) {
            refuses(OddCodecs.algorithm(SIGNER, algorithm), HcertRefusal.ALGORITHM_NOT_SUPPORTED);
        }

        @Test
        void refusesANameForTheAlgorithm() {
            refuses(OddCodecs.algorithm(SIGNER, "ES256"), HcertRefusal.ALGORITHM_NOT_SUPPORTED);
        }

        @Test
        @DisplayName("divergence from vector CO20: an algorithm that nobody signed is not read")
        void refusesAnUnprotectedAlgorithm() {
            refuses(OddCodecs.unprotectedAlgorithm(SIGNER), HcertRefusal.ALGORITHM_NOT_SUPPORTED);
        }

        @Test
        void refusesAKeyOfAnotherTypeThanTheAlgorithms() {
            refuses(OddCodecs.algorithm(SIGNER, -37L), HcertRefusal.KEY_DOES_NOT_FIT_ALGORITHM);
        }

        @Test
        @DisplayName("RFC 9052, 3.1: crit that is not understood is a fatal error")
        void refusesCriticalParameters() {
            byte[] header = Cbor.write(Map.of(1L, -7L, 2L, List.of(99L), 4L, SIGNER.kid().bytes()));
            refuses(OddCose.plain(SIGNER).withHeader(header).text(), HcertRefusal.CRITICAL_HEADER_NOT_UNDERSTOOD);
            refuses(OddCose.plain(SIGNER).withUnprotected(Map.of(2L, List.of(99L))).text(),
                    HcertRefusal.CRITICAL_HEADER_NOT_UNDERSTOOD);
        }

        @Test
        void refusesABrokenSignature() {
            refuses(OddCodecs.brokenSignature(SIGNER), HcertRefusal.SIGNATURE_INVALID);
        }

        @Test
        void refusesASignatureOfAnotherLength() {
            refuses(OddCodecs.truncatedSignature(SIGNER), HcertRefusal.SIGNATURE_INVALID);
            refuses(OddCodecs.part(SIGNER, 3, new byte[0]), HcertRefusal.SIGNATURE_INVALID);
            refuses(OddCodecs.part(SIGNER, 3, new byte[64]), HcertRefusal.SIGNATURE_INVALID);
        }

        @Test
        @DisplayName("a low s is not required: (r, s) and (r, n-s) are both accepted")
        void acceptsBothFormsOfASignature() {
            accepts(OddCodecs.mirroredSignature(SIGNER));
        }

        @Test
        void refusesAChangedPayload() throws GeneralSecurityException {
            byte[] other = HcertEncoder
                    .payload(new HcertClaims("IT", ISSUED, EXPIRES.plusSeconds(1), TestClaims.dcc()));
            refuses(OddCodecs.part(SIGNER, 2, other), HcertRefusal.SIGNATURE_INVALID);
        }

        @Test
        @DisplayName("a forged certificate never reads as an expired one")
        void verifiesTheSignatureBeforeTheTimes() {
            refuses(OddCodecs.brokenSignature(SIGNER), EXPIRES.plusSeconds(1), HcertRefusal.SIGNATURE_INVALID);
        }
    }

    @Nested
    @DisplayName("hcert-spec 3.3.3: kid MAY be unprotected, verifiers MUST accept both and check all DSCs with that kid")
    class Kid {

        private final TestSigner other = TestSigner.p256();

        @Test
        void acceptsAnUnprotectedKid() {
            accepts(OddCodecs.unprotectedKid(SIGNER));
        }

        @Test
        void prefersTheProtectedKid() {
            accepts(OddCose.plain(SIGNER).withUnprotected(Map.of(OddCose.KID, other.kid().bytes())).text());
            refuses(OddCose.plain(SIGNER).withHeader(OddCose.header(other.kid(), OddCose.ES256))
                    .withUnprotected(Map.of(OddCose.KID, SIGNER.kid().bytes())).text(),
                    HcertRefusal.KEY_NOT_IN_TRUST_LIST);
        }

        @Test
        void triesEveryKeyOfTheKid() throws GeneralSecurityException {
            var clashing = new HcertDecoder(kid -> List.of(TestSigner.rsa(2048).key(), other.key(), SIGNER.key()));
            assertThat(clashing.read(Verdicts.text(), NOON)).isInstanceOfSatisfying(HcertReading.Accepted.class,
                    accepted -> assertThat(accepted.signer()).isEqualTo(SIGNER.key()));
        }

        @Test
        void refusesWhereNoKeyOfTheKidMadeTheSignature() throws GeneralSecurityException {
            var wrong = new HcertDecoder(kid -> List.of(other.key(), other.key()));
            assertThat(wrong.read(Verdicts.text(), NOON))
                    .isEqualTo(new HcertReading.Refused(HcertRefusal.SIGNATURE_INVALID));
        }

        @Test
        @DisplayName("a key may be in several certificates, of which one is enough")
        void triesEveryCertificateOfTheKey() throws GeneralSecurityException {
            SignerKey key = SIGNER.key();
            SignerKey ended = new SignerKey(key.publicKey(), key.notBefore(), NOON.minusSeconds(1), Set.of());
            SignerKey later = new SignerKey(key.publicKey(), NOON, key.notAfter(), Set.of());
            SignerKey recovery = new SignerKey(key.publicKey(), key.notBefore(), key.notAfter(),
                    Set.of(CertificateKind.RECOVERY));
            var shared = new HcertDecoder(kid -> List.of(ended, later, recovery, key));
            assertThat(shared.read(Verdicts.text(), NOON)).isInstanceOfSatisfying(HcertReading.Accepted.class,
                    accepted -> assertThat(accepted.signer()).isEqualTo(key));
            assertThat(new HcertDecoder(kid -> List.of(ended)).read(Verdicts.text(), NOON))
                    .isEqualTo(new HcertReading.Refused(HcertRefusal.PUBLIC_KEY_EXPIRED));
            assertThat(new HcertDecoder(kid -> List.of(ended, recovery)).read(Verdicts.text(), NOON))
                    .isEqualTo(new HcertReading.Refused(HcertRefusal.UNSUITABLE_PUBLIC_KEY_TYPE));
        }

        @Test
        @DisplayName("of several that are enough the one that ends last counts: the others end before it")
        void takesTheCertificateThatEndsLast() throws GeneralSecurityException {
            SignerKey key = SIGNER.key();
            SignerKey shorter = new SignerKey(key.publicKey(), key.notBefore(), NOON.plusSeconds(1), Set.of());
            assertThat(new HcertDecoder(kid -> List.of(shorter, key)).read(Verdicts.text(), NOON))
                    .isInstanceOfSatisfying(HcertReading.Accepted.class,
                            accepted -> assertThat(accepted.signer()).isEqualTo(key));
        }

        @Test
        void acceptsAKidOfAnotherLength() {
            KeyId seven = KeyId.of(new byte[7]);
            var list = new HcertDecoder(kid -> kid.equals(seven) ? List.of(SIGNER.key()) : List.of());
            String text = OddCose.plain(SIGNER).withHeader(OddCose.header(seven, OddCose.ES256)).text();
            assertThat(list.read(text, NOON)).isInstanceOf(HcertReading.Accepted.class);
        }

        @Test
        void refusesAnUnknownKid() {
            refuses(OddCose.plain(other).text(), HcertRefusal.KEY_NOT_IN_TRUST_LIST);
        }

        @Test
        void refusesNoUsableKid() {
            OddCose plain = OddCose.plain(SIGNER);
            refuses(plain.withHeader(Cbor.write(Map.of(1L, -7L))).text(), HcertRefusal.KEY_ID_MISSING);
            refuses(plain.withHeader(Cbor.write(Map.of(1L, -7L, 4L, "kid"))).text(), HcertRefusal.KEY_ID_MISSING);
            refuses(plain.withHeader(Cbor.write(Map.of(1L, -7L, 4L, new byte[0]))).text(), HcertRefusal.KEY_ID_MISSING);
            refuses(plain.withHeader(Cbor.write(Map.of(1L, -7L, 4L, new byte[65]))).text(),
                    HcertRefusal.KEY_ID_MISSING);
        }
    }

    @Nested
    @DisplayName("extended key usage: where the DSC names kinds of certificate, the DCC's kind must be among them")
    class KeyUsage {

        private HcertReading read(Set<CertificateKind> usages) throws GeneralSecurityException {
            SignerKey all = SIGNER.key();
            var key = new SignerKey(all.publicKey(), all.notBefore(), all.notAfter(), usages);
            return new HcertDecoder(kid -> List.of(key)).read(Verdicts.text(), NOON);
        }

        @Test
        void acceptsAnyKindWithoutUsages() throws GeneralSecurityException {
            assertThat(read(Set.of())).isInstanceOf(HcertReading.Accepted.class);
        }

        @Test
        void acceptsTheKindThatIsNamed() throws GeneralSecurityException {
            assertThat(read(Set.of(CertificateKind.EXEMPTION, CertificateKind.TEST)))
                    .isInstanceOf(HcertReading.Accepted.class);
        }

        @Test
        void refusesAKindThatIsNotNamed() throws GeneralSecurityException {
            assertThat(read(Set.of(CertificateKind.RECOVERY)))
                    .isEqualTo(new HcertReading.Refused(HcertRefusal.UNSUITABLE_PUBLIC_KEY_TYPE));
        }
    }
}
