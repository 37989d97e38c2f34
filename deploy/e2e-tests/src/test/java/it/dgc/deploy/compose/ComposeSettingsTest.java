package it.dgc.deploy.compose;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import it.dgc.common.messages.Topics;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The rehearsal's settings are settings that the services read, complete, pinned, and open to this machine alone. */
class ComposeSettingsTest {

    /** Where the service's own file names this machine, which inside a container is the container. */
    private static final Set<String> OTHER_MACHINES = Set.of("server.address", "spring.mongodb.uri",
            "spring.kafka.bootstrap-servers");

    /** Optional while a development key may stand in; production does not start without a key. */
    private static final Set<String> SIGNING_KEY = Set.of("dgc.mode", "dgc.signing.keys[].keystore",
            "dgc.signing.keys[].password");

    /** Of {@code spring.ssl.bundle}, whose names are chosen and therefore in nobody's metadata. */
    private static final Set<String> MUTUAL_TLS = Set.of("dgc.access.institutional-port", "dgc.access.callers.portal",
            "spring.ssl.bundle.pem.institutions.keystore.certificate",
            "spring.ssl.bundle.pem.institutions.keystore.private-key",
            "spring.ssl.bundle.pem.institutions.keystore.verify-keys",
            "spring.ssl.bundle.pem.institutions.truststore.certificate",
            "spring.ssl.bundle.pem.institutions.reload-on-update");

    private static final ComposeFile COMPOSE = ComposeFile.ofProject();

    @Test
    void generationGetsEverySettingThatItNeedsInProductionAndNoOther() {
        assertThat(generation().faults(COMPOSE.environment("generation-service").keySet())).isEmpty();
        assertThat(COMPOSE.environment("generation-service")).containsEntry("DGC_MODE", "production");
    }

    @Test
    void rulesGetEverySettingThatTheyNeedAndNoOther() {
        assertThat(rules().faults(COMPOSE.environment("verification-rules-service").keySet())).isEmpty();
    }

    @Test
    void revocationGetsEverySettingThatItNeedsAndNoOther() {
        assertThat(revocation().faults(COMPOSE.environment("revocation-service").keySet())).isEmpty();
        assertThat(COMPOSE.environment("revocation-service").get("DGC_DRL_DIRECTORY")).startsWith("/var/lib/dgc/");
    }

    @Test
    void portalGetsEverySettingThatItNeedsInProductionAndNoOther() {
        assertThat(portal().faults(COMPOSE.environment("authcode-portal-service").keySet())).isEmpty();
        assertThat(COMPOSE.environment("authcode-portal-service")).containsEntry("DGC_MODE", "production");
    }

    @Test
    @DisplayName("P21: the portal believes the edge, and it alone, when it says who asked")
    void portalBelievesTheEdgeAlone() {
        assertThat(COMPOSE.services().get("edge").get("networks").toString())
                .contains("{ipv4_address=" + COMPOSE.environment("authcode-portal-service")
                        .get("DGC_LIMITS_TRUSTEDPROXIES_0") + "}");
    }

    @ParameterizedTest
    @CsvSource({"DGC_SECRET_DIRECTORY", "DGC_SIGNING_KEYS_KEYSTORE", "DGC_SIGNING_KEYS_0_USE_FROM", "dgc_mode",
            "SPRING_DATA_MONGODB_URI", "SPRING_KAFKA_BOOTSTRAPSERVER", "SERVER_ADRESS"})
    void findsAVariableThatNobodyReads(String wrong) {
        Set<String> variables = new HashSet<>(COMPOSE.environment("generation-service").keySet());
        variables.add(wrong);

        assertThat(generation().faults(variables)).containsExactly(wrong + " names no setting");
    }

    @ParameterizedTest
    @CsvSource({"DGC_SECRETS_DIRECTORY,dgc.secrets.directory", "SPRING_MONGODB_URI,spring.mongodb.uri",
            "DGC_SIGNING_KEYS_0_PASSWORD,dgc.signing.keys[].password"})
    void findsARequiredSettingThatIsMissing(String variable, String setting) {
        Set<String> variables = new HashSet<>(COMPOSE.environment("generation-service").keySet());
        variables.remove(variable);

        assertThat(generation().faults(variables)).containsExactly(setting + " is not set");
    }

    @Test
    void acceptsEveryIndexOfAKey() {
        EnvironmentCheck check = new EnvironmentCheck(generation().known(), Set.of());

        assertThat(check.faults(List.of("DGC_SIGNING_KEYS_12_USEFROM", "DGC_INTAKE_FIRSTRETRY"))).isEmpty();
    }

    @Test
    void everyImageHasAPinnedTag() {
        assertThat(COMPOSE.images()).isNotEmpty().allMatch(image -> image.matches("[a-z./-]+:[0-9][0-9A-Za-z.-]*"));
    }

    @Test
    void brokerAndClientsHaveTheSameVersion() {
        assertThat(COMPOSE.images().filter(image -> image.contains("kafka")))
                .containsOnly("apache/kafka:" + AppInfoParser.getVersion());
    }

    @Test
    void onlyTheEdgeIsPublishedAndToThisMachineAlone() {
        assertThat(COMPOSE.publishedPorts()).containsExactly("127.0.0.1:8080:8080");
        assertThat(COMPOSE.services().get("edge")).containsKey("ports");
    }

    @Test
    void noSecretHasADefault() {
        assertThat(COMPOSE.environment("generation-service").get("DGC_SIGNING_KEYS_0_PASSWORD")).startsWith("${")
                .contains(":?");
        assertThat(COMPOSE.secretFiles()).isNotEmpty().allSatisfy(
                (name, file) -> assertThat(file).startsWith("${DGC_SECRETS:?"));
    }

    @Test
    void storeIsAskedForMajorityWritesToAReplicaSet() {
        assertThat(Stream.of("generation-service", "revocation-service", "verification-rules-service",
                "authcode-portal-service")
                .map(COMPOSE::environment)
                .map(environment -> environment.get("SPRING_MONGODB_URI")))
                .allMatch(uri -> uri.contains("replicaSet=rs0") && uri.contains("w=majority"));
    }

    @Test
    void everyTopicOfTheServicesIsMade() {
        List<String> made = Pattern.compile("^topic (\\S+)", Pattern.MULTILINE)
                .matcher(ProjectFile.text("deploy/compose/topics.sh")).results().map(match -> match.group(1)).toList();

        assertThat(made).containsExactlyInAnyOrder(Topics.EXEMPTIONS, Topics.deadLettersOf(Topics.EXEMPTIONS),
                Topics.REVOCATIONS, Topics.deadLettersOf(Topics.REVOCATIONS), Topics.REVOCATION_REQUESTS,
                Topics.deadLettersOf(Topics.REVOCATION_REQUESTS), Topics.CERTIFICATE_EVENTS,
                Topics.deadLettersOf(Topics.CERTIFICATE_EVENTS), Topics.AUDIT,
                Topics.SIGNER_CERTIFICATES,
                Topics.deadLettersOf(Topics.SIGNER_CERTIFICATES));
    }

    @Test
    void whatTellsOfCertificatesIsKeptForEver() {
        assertThat(ProjectFile.text("deploy/compose/topics.sh")).contains("for_ever=(--config retention.ms=-1)",
                "topic " + Topics.AUDIT + " 1 \"${for_ever[@]}\"",
                "topic " + Topics.CERTIFICATE_EVENTS + " 3 \"${for_ever[@]}\"");
    }

    private static EnvironmentCheck generation() {
        EnvironmentCheck common = check(ServiceSettings.of("it.dgc.generation", "/generation-service.yml"));
        Set<String> required = new HashSet<>(common.required());
        required.addAll(SIGNING_KEY);
        required.addAll(MUTUAL_TLS);
        Set<String> known = new HashSet<>(common.known());
        known.addAll(MUTUAL_TLS);
        return new EnvironmentCheck(known, required);
    }

    private static EnvironmentCheck portal() {
        EnvironmentCheck common = check(ServiceSettings.of("it.dgc.portal", "/authcode-portal-service.yml"));
        Set<String> known = new HashSet<>(common.known());
        known.add("dgc.mode");
        Set<String> required = new HashSet<>(common.required());
        required.addAll(Set.of("dgc.mode", "dgc.limits.trusted-proxies[]", "server.tomcat.use-relative-redirects"));
        required.remove("spring.kafka.bootstrap-servers");
        return new EnvironmentCheck(known, required);
    }

    private static EnvironmentCheck rules() {
        return check(ServiceSettings.of("it.dgc.rules", "/verification-rules-service.yml"));
    }

    private static EnvironmentCheck revocation() {
        return check(ServiceSettings.of("it.dgc.revocation", "/revocation-service.yml"));
    }

    private static EnvironmentCheck check(ServiceSettings settings) {
        Set<String> known = new HashSet<>(settings.names());
        known.addAll(FrameworkSettings.names());
        Set<String> required = new HashSet<>(settings.required());
        required.addAll(OTHER_MACHINES);
        return new EnvironmentCheck(known, required);
    }
}
