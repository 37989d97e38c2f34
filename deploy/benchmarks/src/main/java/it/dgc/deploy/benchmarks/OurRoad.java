package it.dgc.deploy.benchmarks;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;

import it.dgc.common.hcert.HcertClaims;
import it.dgc.common.qr.QrSymbol;
import it.dgc.generation.DeploymentProperties;
import it.dgc.generation.intake.Intake;
import it.dgc.generation.intake.NotificationIntake;
import it.dgc.generation.issuance.CertificateComposer;
import it.dgc.generation.issuance.EventToCertify;
import it.dgc.generation.registry.Intent;
import it.dgc.generation.secrets.CodeDerivation;
import it.dgc.generation.secrets.Secrets;
import it.dgc.generation.signing.CertificateChecker;
import it.dgc.generation.signing.CertificateDraft;
import it.dgc.generation.signing.CheckResult;
import it.dgc.generation.signing.DocumentSigner;
import it.dgc.generation.signing.SignerRing;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** From a notification to its certificate by the generation service's own intake, derivation, checks and signer. */
final class OurRoad implements AutoCloseable {

    private final byte[] cuev;
    private final byte[] notification;
    private final ConfigurableApplicationContext signing;
    private final SignerRing signers;
    private final CertificateComposer composer;
    private final CodeDerivation codes;

    /**
     * @param cuev key of the record
     * @param notification value of the record
     * @param directory for keys, which are made
     */
    OurRoad(byte[] cuev, byte[] notification, Path directory) {
        this.cuev = cuev;
        this.notification = notification;
        signing = new SpringApplicationBuilder(Signing.class).web(WebApplicationType.NONE).bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false).run("--dgc.mode=DEVELOPMENT",
                        "--dgc.signing.development-keystore=" + directory.resolve("signing.p12"));
        signers = signing.getBean(SignerRing.class);
        composer = new CertificateComposer(signers);
        codes = Secrets.loadOrCreate(directory).codes();
    }

    /** @return the claims of the notification */
    HcertClaims claims() {
        EventToCertify event = event();
        return draft(event, composer.intent(event, Instant.now())).claims();
    }

    /** @return {@code HC1:...} */
    String text() {
        EventToCertify event = event();
        Intent intent = composer.intent(event, Instant.now());
        DocumentSigner signer = signers.with(intent.kid());
        return switch (CertificateChecker.check(draft(event, intent), signer)) {
            case CheckResult.Passed passed -> signer.sign(passed.certificate());
            case CheckResult.Failed failed -> throw new IllegalStateException(failed.failures().toString());
        };
    }

    /** @return the picture of it */
    byte[] picture() {
        return QrSymbol.of(text()).png();
    }

    private EventToCertify event() {
        return switch (NotificationIntake.read(cuev, notification)) {
            case Intake.Accepted accepted when composer.canBeNamed(accepted.event()) -> accepted.event();
            case Intake.Accepted accepted -> throw new IllegalStateException("The holder cannot be named");
            case Intake.Refused refused -> throw new IllegalStateException(refused.rejection().code());
        };
    }

    private CertificateDraft draft(EventToCertify event, Intent intent) {
        return composer.draft(event, codes.uvci(event.cuev(), 0), intent);
    }

    @Override
    public void close() {
        signing.close();
    }

    /** The service's signing and nothing else of it. */
    @Configuration(proxyBeanMethods = false)
    @ComponentScan("it.dgc.generation.signing")
    @ConfigurationPropertiesScan("it.dgc.generation.signing")
    @EnableConfigurationProperties(DeploymentProperties.class)
    static class Signing {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
