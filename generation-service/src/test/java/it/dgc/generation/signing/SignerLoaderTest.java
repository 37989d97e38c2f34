package it.dgc.generation.signing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@DisplayName("Signing keys are loaded, or refused in one sentence")
class SignerLoaderTest {

    private static final SignerLoader PRODUCTION = new SignerLoader(SignatureEngine.portable(), false,
            SelfVerification.OF_EVERY_ONE);

    @TempDir
    private Path directory;

    private Path file() {
        return directory.resolve("signer.p12");
    }

    @Test
    void loadsAGoodKeyForTheWholeLifeOfItsCertificate() {
        TestKeys keys = TestKeys.good();
        DocumentSigner signer = PRODUCTION.load(key(keys.writeTo(file())));
        assertThat(signer.certificate()).isEqualTo(keys.dsc());
        assertThat(signer.usePeriod())
                .isEqualTo(new UsePeriod(TestKeys.NOT_BEFORE, Instant.parse("2024-01-01T00:00:00Z")));
    }

    @Test
    @DisplayName("architecture D1: exp = notAfter date of the signer, 00:00 UTC")
    void letsCertificatesExpireWithTheDayOfTheSigner() {
        assertThat(PRODUCTION.load(key(TestKeys.good().writeTo(file()))).expiryOfCertificates())
                .isEqualTo(Instant.parse("2024-01-01T00:00:00Z"));
    }

    @Test
    void loadsAKeyForAPartOfItsLife() {
        Instant from = Instant.parse("2022-03-01T00:00:00Z");
        Instant until = Instant.parse("2022-09-01T00:00:00Z");
        TestKeys.good().writeTo(file());
        assertThat(PRODUCTION.load(new SigningProperties.Key(file(), null, TestKeys.PASSWORD, from, until)).usePeriod())
                .isEqualTo(new UsePeriod(from, until));
    }

    @Test
    void loadsAKeyWithAnOrdinaryExtendedKeyUsage() {
        TestKeys.withUsages("1.3.6.1.5.5.7.3.4").writeTo(file());
        assertThat(PRODUCTION.load(key(file())).usePeriod().from()).isEqualTo(TestKeys.NOT_BEFORE);
    }

    @Test
    void keepsThePasswordOutOfPrint() {
        assertThat(SigningProperties.Key.inKeystore(file(), TestKeys.PASSWORD).toString())
                .doesNotContain(TestKeys.PASSWORD);
    }

    @Nested
    class Refuses {

        @Test
        void aMissingFile() {
            assertRefused("does not exist");
        }

        @Test
        void aWrongPassword() {
            TestKeys.good().writeTo(file());
            SigningProperties.Key wrong = SigningProperties.Key.inKeystore(file(), "battery staple");
            assertThat(refusal(PRODUCTION, wrong)).isEqualTo("The signing key store signer.p12 cannot be read: "
                    + "not PKCS#12, or the password is wrong");
        }

        @Test
        void whatIsNoKeyStore() throws IOException {
            Files.writeString(file(), "no key store");
            assertRefused("cannot be read: not PKCS#12, or the password is wrong");
        }

        @Test
        void aKeyWithoutItsCsca() {
            TestKeys keys = TestKeys.good();
            TestKeys.write(file(), store -> keys.add(store, "dsc", keys.dsc()));
            assertRefused("must hold the signer's certificate and its CSCA's");
        }

        @Test
        void aKeyWithoutAnyCertificate() {
            TestKeys.write(file(), store -> store.setKeyEntry("secret", new SecretKeySpec(new byte[16], "AES"),
                    TestKeys.PASSWORD.toCharArray(), null));
            assertRefused("must hold a private key with its certificate");
        }

        @Test
        void aCscaThatIsNoAuthority() {
            TestKeys.issuedByNoAuthority().writeTo(file());
            assertRefused("names a CSCA that is no certificate authority");
        }

        @Test
        void aCscaThatDidNotSign() {
            TestKeys.issuedByAnImpostor().writeTo(file());
            assertRefused("holds a certificate that its CSCA did not sign");
        }

        @Test
        void aCertificateOfAnotherKey() {
            TestKeys keys = TestKeys.good();
            TestKeys others = TestKeys.good();
            TestKeys.write(file(), store -> keys.add(store, "dsc", others.dsc(), others.csca()));
            assertRefused("holds a key and the certificate of another");
        }

        @Test
        void anRsaKey() {
            TestKeys.on(TestKeys.RSA).writeTo(file());
            assertRefused("must hold a key on P-256");
        }

        @Test
        void aKeyOnAnotherCurve() {
            TestKeys.on(TestKeys.P384).writeTo(file());
            assertRefused("must hold a key on P-256");
        }

        @ParameterizedTest
        @ValueSource(strings = {"1.3.6.1.4.1.1847.2021.1.1", "1.3.6.1.4.1.1847.2021.1.2", "1.3.6.1.4.1.1847.2021.1.3",
                "1.3.6.1.4.1.0.1847.2021.1.1", "1.3.6.1.4.1.0.1847.2021.1.3"})
        void aEuropeanKeyUsage(String usage) {
            TestKeys.withUsages("1.3.6.1.5.5.7.3.4", usage).writeTo(file());
            assertRefused(
                    "has a European key usage; exemptions are valid in Italy alone and need a key without");
        }

        @Test
        void aDevelopmentKeyInProduction() {
            DevelopmentKeystore.createIfMissing(file(), TestKeys.NOT_BEFORE);
            assertThat(refusal(PRODUCTION,
                    SigningProperties.Key.inKeystore(file(), DevelopmentKeystore.PASSWORD)))
                    .isEqualTo("The signing key store signer.p12 holds a development key, which must not sign in "
                            + "production");
        }

        @ParameterizedTest
        @CsvSource({"2021-12-31T23:59:59Z,", ",2024-01-01T00:00:01Z", "2021-01-01T00:00:00Z,2025-01-01T00:00:00Z"})
        void aUseOutsideTheCertificate(Instant from, Instant until) {
            TestKeys.good().writeTo(file());
            assertThat(refusal(PRODUCTION, new SigningProperties.Key(file(), null, TestKeys.PASSWORD, from, until)))
                    .isEqualTo("The signing key store signer.p12 would be used outside the validity of its "
                            + "certificate");
        }

        @Test
        void twoKeys() {
            TestKeys one = TestKeys.good();
            TestKeys two = TestKeys.good();
            TestKeys.write(file(), store -> {
                one.add(store, "one", one.dsc(), one.csca());
                two.add(store, "two", two.dsc(), two.csca());
            });
            assertRefused("must hold exactly one key, not 2");
        }

        @Test
        void noKey() {
            TestKeys.write(file(), store -> store.setCertificateEntry("csca", TestKeys.good().csca()));
            assertRefused("must hold exactly one key, not 0");
        }

        private void assertRefused(String why) {
            assertThat(refusal(PRODUCTION, key(file()))).isEqualTo("The signing key store signer.p12 " + why);
        }
    }

    private static SigningProperties.Key key(Path file) {
        return SigningProperties.Key.inKeystore(file, TestKeys.PASSWORD);
    }

    private static String refusal(SignerLoader loader, SigningProperties.Key key) {
        return catchThrowableOfType(SigningException.class, () -> loader.load(key)).getMessage();
    }
}
