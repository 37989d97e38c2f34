package it.dgc.generation.doctors;

import java.nio.file.Path;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.mongodb.MongoTimeoutException;
import it.dgc.common.person.CodiceFiscale;
import it.dgc.common.problem.ProblemException;
import it.dgc.common.problem.ProblemType;
import it.dgc.generation.events.EventRelay;
import it.dgc.generation.registry.OutboxLease;
import it.dgc.generation.registry.OutboxMessage;
import it.dgc.generation.registry.SuspendedDoctors;
import it.dgc.generation.secrets.Secrets;
import it.dgc.generation.testing.Events;
import it.dgc.generation.testing.InMemorySuspendedDoctors;
import it.dgc.generation.testing.MutableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.kafka.KafkaException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("An operator keeps the list of doctors whose word is not taken")
class DoctorControllerTest {

    private static final CodiceFiscale DOCTOR = Events.DOCTOR.fiscalCode();
    private static final Principal OPERATOR = () -> "operator.dgc.example";

    private final List<OutboxMessage> told = new ArrayList<>();
    private final InMemorySuspendedDoctors doctors = new InMemorySuspendedDoctors();
    private Secrets secrets;
    private boolean brokerIsAway;

    @BeforeEach
    void open(@TempDir Path directory) {
        secrets = Secrets.loadOrCreate(directory);
    }

    @Test
    void suspendsAndRestores() {
        controller(doctors).suspend(doctor(DOCTOR.value()), OPERATOR);
        assertThat(doctors.contains(DOCTOR)).isTrue();
        controller(doctors).restore(doctor(DOCTOR.value()), OPERATOR);
        assertThat(doctors.contains(DOCTOR)).isFalse();
    }

    @Test
    @DisplayName("T27: each act is in the audit trail, with who did it, and names neither doctor nor operator in clear")
    void tellsTheAuditorEachTime() {
        controller(doctors).suspend(doctor(DOCTOR.value()), OPERATOR);
        controller(doctors).suspend(doctor(DOCTOR.value()), OPERATOR);
        controller(doctors).restore(doctor(DOCTOR.value()), () -> "operator-2.dgc.example");
        assertThat(told).extracting(OutboxMessage::eventId).doesNotHaveDuplicates();
        assertThat(told).extracting(OutboxMessage::value).allMatch(event -> event.contains("\"role\":\"OPERATOR\""))
                .noneMatch(event -> event.contains(DOCTOR.value()) || event.contains("dgc.example"));
        assertThat(told).extracting(message -> message.value().replaceAll(".*\"type\":\"(\\w+)\".*", "$1"))
                .containsExactly("DOCTOR_SUSPENDED", "DOCTOR_SUSPENDED", "DOCTOR_RESTORED");
        assertThat(told.getFirst().value().replaceAll(".*codeIndex\":\"(\\w+)\".*", "$1")).hasSize(64)
                .isNotEqualTo(told.getLast().value().replaceAll(".*codeIndex\":\"(\\w+)\".*", "$1"));
    }

    @Test
    void doesNothingThatTheAuditorCannotBeTold() {
        brokerIsAway = true;
        assertThatThrownBy(() -> controller(doctors).suspend(doctor(DOCTOR.value()), OPERATOR))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.type()).isEqualTo(ProblemType.TRY_LATER);
                    assertThat(e.retryAfter()).isPresent();
                });
        assertThat(doctors.contains(DOCTOR)).isFalse();
    }

    @Test
    void asksToComeBackWhileTheStoreIsAway() {
        SuspendedDoctors away = new SuspendedDoctors() {
            @Override
            public Set<CodiceFiscale> among(Set<CodiceFiscale> doctors) {
                throw new MongoTimeoutException("away");
            }

            @Override
            public void suspend(CodiceFiscale doctor) {
                throw new MongoTimeoutException("away");
            }

            @Override
            public void restore(CodiceFiscale doctor) {
                throw new MongoTimeoutException("away");
            }
        };
        assertThatThrownBy(() -> controller(away).restore(doctor(DOCTOR.value()), OPERATOR))
                .isInstanceOfSatisfying(ProblemException.class,
                        e -> assertThat(e.type()).isEqualTo(ProblemType.TRY_LATER));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "RSSMRA80A01H501X", "rssmra80a01h501u", "$ne"})
    void refusesWhatIsNoCode(String wrong) {
        assertThatThrownBy(() -> controller(doctors).suspend(doctor(wrong), OPERATOR))
                .isInstanceOfSatisfying(ProblemException.class,
                        e -> assertThat(e.type()).isEqualTo(ProblemType.INVALID_REQUEST));
        assertThat(told).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"fiscalCode\":\"x\",\"admin\":true}", "{\"fiscalCode\":{\"$ne\":null}}", "[]", "",
            "{\"fiscalCode\":\"x\",\"fiscalCode\":\"y\"}", "{\"fiscalCode\":\"x\"} {}"})
    @DisplayName("the service's own settings read nothing that is not asked for")
    void readsNothingThatIsNotAsked(String body) {
        new ApplicationContextRunner().withInitializer(new ConfigDataApplicationContextInitializer())
                .withPropertyValues("spring.config.name=generation-service")
                .withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class))
                .run(context -> {
                    JsonMapper json = context.getBean(JsonMapper.class);
                    assertThat(json.readValue("{\"fiscalCode\":\"x\"}", DoctorController.Doctor.class).fiscalCode())
                            .isEqualTo("x");
                    assertThatThrownBy(() -> json.readValue(body, DoctorController.Doctor.class))
                            .isInstanceOf(JacksonException.class);
                });
    }

    private static DoctorController.Doctor doctor(String fiscalCode) {
        return new DoctorController.Doctor(fiscalCode);
    }

    private DoctorController controller(SuspendedDoctors list) {
        return new DoctorController(new DoctorSuspension(list, secrets.index(), new Relay(),
                MutableClock.pinned("2022-01-10T09:00:00Z")));
    }

    private final class Relay implements EventRelay {

        @Override
        public void relay(OutboxLease lease) {
            throw new AssertionError("nothing here has an outbox");
        }

        @Override
        public void send(List<OutboxMessage> messages) {
            if (brokerIsAway) {
                throw new KafkaException("away");
            }
            told.addAll(messages);
        }
    }
}
