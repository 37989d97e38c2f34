package it.dgc.generation.issuance;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import it.dgc.generation.registry.Intent;
import it.dgc.generation.signing.DocumentSigner;
import it.dgc.generation.signing.Signers;
import it.dgc.generation.signing.SigningException;
import it.dgc.generation.testing.Events;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("architecture D2: iat is the latest of issuedAt, the first midnight and the start of use of the earliest key")
class CertificateComposerTest {

    private static final Instant NOW = Instant.parse("2022-01-10T12:00:00Z");

    private static final DocumentSigner OLD = Signers.used("2022-01-05T08:30:00Z", "2022-07-01T00:00:00Z",
            "2024-01-07T15:45:10Z");
    private static final DocumentSigner NEW = Signers.used("2022-07-01T00:00:00Z", "2023-01-01T00:00:00Z",
            "2024-07-01T00:00:00Z");
    private static final CertificateComposer COMPOSER = new CertificateComposer(Signers.ring(OLD, NEW));

    @ParameterizedTest
    @CsvSource({
            "2022-01-10T09:00:00Z,2022-01-10,2022-01-10T09:00:00Z",
            "2022-01-10T09:00:00.999999Z,2022-01-10,2022-01-10T09:00:00Z",
            "2022-01-10T09:00:00Z,2022-01-20,2022-01-19T23:00:00Z",
            "2022-01-10T09:00:00Z,2022-05-20,2022-05-19T22:00:00Z",
            "2022-01-09T22:59:59.5Z,2022-01-10,2022-01-09T23:00:00Z",
            "2022-01-09T23:00:00.5Z,2022-01-10,2022-01-09T23:00:00Z",
            "2021-12-20T09:00:00Z,2021-12-20,2022-01-05T08:30:00Z",
            "2022-01-05T08:29:59Z,2022-01-05,2022-01-05T08:30:00Z"})
    void takesTheLatestOfThreeInWholeSeconds(Instant reportedAt, String firstDay, Instant issuedAt) {
        EventToCertify event = Events.reportedAt(Events.exemption(1, firstDay, null), reportedAt);
        assertThat(COMPOSER.intent(event, NOW).issuedAt()).isEqualTo(issuedAt);
    }

    @Test
    @DisplayName("exp = notAfter date of the signer, 00:00 UTC, never du")
    void expiresWithTheSigner() {
        Intent intent = intent("2022-01-10T09:00:00Z");
        assertThat(intent.expiresAt()).isEqualTo("2024-01-07T00:00:00Z");
        assertThat(intent.kid()).isEqualTo(OLD.kid());
        assertThat(intent.profile()).isEqualTo(CertificateComposer.PROFILE);
    }

    @Test
    @DisplayName("the signer is the key whose use period covers iat, also when a newer is in use today")
    void takesTheKeyOfItsTime() {
        assertThat(intent("2022-06-30T23:59:59Z").kid()).isEqualTo(OLD.kid());
        assertThat(intent("2022-07-01T00:00:00Z").kid()).isEqualTo(NEW.kid());
        assertThat(intent("2022-07-01T00:00:00Z").expiresAt()).isEqualTo("2024-07-01T00:00:00Z");
    }

    @Test
    void waitsForAKeyWhereNoneCovers() {
        assertThatExceptionOfType(SigningException.class).isThrownBy(() -> intent("2023-01-01T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"0", "3600", "86400", "8640000"})
    @DisplayName("never the clock at signing")
    void doesNotDependOnTheClock(long secondsLater, @TempDir Path directory) {
        Bench bench = Bench.at("2022-01-10T09:00:00.123Z", directory);
        bench.clock.advance(Duration.ofSeconds(secondsLater));
        bench.handle(Events.reportedAt(Events.exemption(1, "2022-01-10", null),
                Instant.parse("2022-01-10T08:59:58.7Z")));
        assertThat(bench.certificate(1).issuedAt()).isEqualTo("2022-01-10T08:59:58Z");
        assertThat(bench.certificate(1).expiresAt()).isEqualTo("2030-01-01T00:00:00Z");
    }

    @Test
    void issuesWithADevelopmentSignerToo(@TempDir Path directory) {
        Instant now = Instant.parse("2022-01-10T09:00:00Z");
        Bench bench = Bench.at(now.toString(), directory, Signers.development(directory, now));
        bench.handle(Events.exemption(1, "2022-01-10", null));
        assertThat(bench.certificate(1).issuedAt()).as("the development key begins the day before")
                .isEqualTo("2022-01-09T23:00:00Z");
        assertThat(bench.certificate(1).expiresAt()).isEqualTo("2024-01-09T00:00:00Z");
    }

    private static Intent intent(String reportedAt) {
        return COMPOSER.intent(Events.reportedAt(Events.exemption(1, "2022-01-10", null), Instant.parse(reportedAt)),
                NOW);
    }
}
