package it.dgc.common.spring.access;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static it.dgc.common.spring.access.TestAuthority.dns;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

@DisplayName("Certificates, keys and authorities are renewed without a restart")
@ResourceLock(Resources.SYSTEM_OUT)
@ExtendWith(OutputCaptureExtension.class)
class CertificateRenewalTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TestAuthority before = TestAuthority.create();
    private final TestAuthority after = TestAuthority.create();

    @TempDir
    private Path directory;

    @Test
    void takesAnotherServerCertificateAndAnotherAuthority() throws Exception {
        try (GuardedService service = GuardedService.start(directory, before)) {
            assertThat(status(service, before, before)).isEqualTo(200);

            service.renew(after, after.server());

            await().atMost(PATIENCE).ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> status(service, after, after) == 200);
            assertThatIOException().as("a client of the authority that is no longer trusted")
                    .isThrownBy(() -> status(service, before, after));
        }
    }

    @Test
    @DisplayName("a key that does not fit its certificate changes nothing; the pair that follows does")
    void keepsWhatItHasUntilThePairIsWhole(CapturedOutput output) throws Exception {
        try (GuardedService service = GuardedService.start(directory, before)) {
            service.renew(after, new TestIdentity(after.server().certificate(), after.server().key()));

            await().atMost(PATIENCE).until(() -> output.toString().contains("matches none of the certificates"));
            assertThat(status(service, before, before)).isEqualTo(200);

            service.renew(after, after.server());
            await().atMost(PATIENCE).ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> status(service, after, after) == 200);
        }
    }

    @Test
    @DisplayName("without authorities of its own any public one would do, so there is no start")
    void doesNotStartWithoutAuthorities() {
        assertThat(GuardedService.withoutAuthorities(before.server())).isNotNull()
                .hasStackTraceContaining("needs a key store, and a trust store");
    }

    private static int status(GuardedService service, TestAuthority client, TestAuthority trusted) throws Exception {
        TestIdentity sistemaTs = client.client("CN=x", dns("sistema-ts.dgc.test"));
        try (HttpClient http = sistemaTs.client(trusted)) {
            return service.institutional(http, "POST", "/v1/revocations").statusCode();
        }
    }
}
