package it.dgc.deploy.backends;

import java.util.Map;

import it.dgc.deploy.backends.BackendChoice.Source;
import it.dgc.deploy.backends.BackendChoice.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.fail;

class BackendChoiceTest {

    private static final Map<String, String> NOTHING = Map.of();
    private static final Map<String, String> BOTH = Map.of("DGC_TEST_KAFKA", "broker:9092", "DGC_TEST_MONGODB",
            "mongodb://tester:Canary-7@store:27017/?replicaSet=rs0");

    @Test
    void takesTheGivenServersWithoutAskingForDocker() {
        BackendChoice choice = BackendChoice
                .in(new World(BOTH::get, () -> fail("asked for Docker"), at -> true, at -> true));

        assertThat(choice.kafka()).isEqualTo(new Source.Given("broker:9092"));
        assertThat(choice.mongo()).isEqualTo(new Source.Given(BOTH.get("DGC_TEST_MONGODB")));
    }

    @Test
    void takesDockerForWhatIsNotGiven() {
        BackendChoice choice = BackendChoice.in(
                new World(Map.of("DGC_TEST_KAFKA", "broker:9092")::get, () -> true, at -> true, at -> fail("probed")));

        assertThat(choice).isEqualTo(new BackendChoice(new Source.Given("broker:9092"), new Source.Docker("mongo:8")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void takesTheEmbeddedOnesWithoutDocker(String blank) {
        Map<String, String> settings = Map.of("DGC_TEST_KAFKA", blank);
        BackendChoice choice = BackendChoice
                .in(new World(settings::get, () -> false, at -> fail("probed"), at -> fail("probed")));

        assertThat(choice.kafka()).isInstanceOf(Source.Embedded.class);
        assertThat(choice.mongo()).isInstanceOf(Source.Embedded.class);
    }

    @Test
    void failsRatherThanFallBackWhereAGivenKafkaDoesNotAnswer() {
        assertThatIllegalStateException()
                .isThrownBy(() -> BackendChoice.in(new World(BOTH::get, () -> true, at -> false, at -> true)))
                .withMessageContaining("DGC_TEST_KAFKA is given but does not answer: broker:9092");
    }

    @Test
    void failsRatherThanFallBackWhereAGivenMongoDbDoesNotAnswer() {
        assertThatIllegalStateException()
                .isThrownBy(() -> BackendChoice.in(new World(BOTH::get, () -> true, at -> true, at -> false)))
                .withMessageContaining("DGC_TEST_MONGODB is given but does not answer: mongodb://***@store:27017")
                .withMessageNotContaining("Canary-7");
    }

    @Test
    void saysInOneLineWhichBackendsRun() {
        assertThat(choice(BOTH, true).line())
                .isEqualTo("[test-backends] Kafka = broker:9092 ; MongoDB = mongodb://***@store:27017/?replicaSet=rs0");
        assertThat(choice(NOTHING, true).line())
                .isEqualTo("[test-backends] Kafka = Docker apache/kafka:4.2.1 ; MongoDB = Docker mongo:8");
        assertThat(choice(NOTHING, false).line())
                .isEqualTo("[test-backends] Kafka = embedded (KRaft 4.2.1 in this JVM) ; "
                        + "MongoDB = embedded (mongo-java-server in memory, not MongoDB itself)");
    }

    private static BackendChoice choice(Map<String, String> settings, boolean docker) {
        return BackendChoice.in(new World(settings::get, () -> docker, at -> true, at -> true));
    }
}
