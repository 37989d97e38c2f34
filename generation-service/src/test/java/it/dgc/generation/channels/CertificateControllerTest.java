package it.dgc.generation.channels;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.mongodb.MongoTimeoutException;
import it.dgc.common.codes.AuthCode;
import it.dgc.common.codes.Cuev;
import it.dgc.common.hcert.KeyId;
import it.dgc.common.person.CodiceFiscale;
import it.dgc.common.problem.ProblemException;
import it.dgc.common.problem.ProblemType;
import it.dgc.common.uvci.Uvci;
import it.dgc.generation.channels.CertificateController.Found;
import it.dgc.generation.channels.CertificateController.Recovery;
import it.dgc.generation.channels.CertificateController.Wanted;
import it.dgc.generation.events.EventRelay;
import it.dgc.generation.issuance.EventRoundTrip;
import it.dgc.generation.issuance.EventToCertify;
import it.dgc.generation.registry.CertificateEntry;
import it.dgc.generation.registry.CertificateRegistry;
import it.dgc.generation.registry.CertificateState;
import it.dgc.generation.registry.Channel;
import it.dgc.generation.registry.Holdings;
import it.dgc.generation.registry.Intent;
import it.dgc.generation.registry.Notice;
import it.dgc.generation.registry.OutboxLease;
import it.dgc.generation.registry.OutboxMessage;
import it.dgc.generation.registry.Recoveries;
import it.dgc.generation.registry.TestHistory;
import it.dgc.generation.secrets.Secrets;
import it.dgc.generation.testing.Events;
import it.dgc.generation.testing.MutableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

@DisplayName("The portal finds a certificate that holds now, and recovers its code or its text (Allegato B, chapters 5 and 6)")
class CertificateControllerTest {

    private static final String PERSON = Events.HOLDER.fiscalCode().value();
    private static final AuthCode CODE = AuthCode.derive(new byte[16]);

    private final MutableClock clock = MutableClock.pinned("2022-01-31T11:00:00Z");
    private final CertificateRegistry registry = mock(CertificateRegistry.class);
    private final List<CertificateEntry> held = new ArrayList<>();
    private final List<OutboxMessage> told = new ArrayList<>();
    private final List<String> languages = new ArrayList<>();
    private final List<Set<Channel>> toTell = new ArrayList<>();
    private boolean isIssued = true;
    private Secrets secrets;
    private CertificateController controller;

    @BeforeEach
    void open(@TempDir Path directory) {
        secrets = Secrets.loadOrCreate(directory);
        controller = new CertificateController(
                new HolderCertificates(registry, new Held(), new Noted(), new Relay(), secrets, clock));
    }

    @Test
    void findsTheOneThatWasSignedLastAmongThoseThatHold() {
        hold(1, CertificateState.ISSUED, "2022-01-10", "2022-06-30", "2022-01-10T09:00:00Z");
        hold(2, CertificateState.ISSUED, "2022-01-10", "2022-06-30", "2022-01-12T09:00:00Z");
        hold(3, CertificateState.REVOKED, "2022-01-10", "2022-06-30", "2022-01-13T09:00:00Z");
        Found found = controller.find(new Wanted(PERSON, "2022-01-10", null));
        assertThat(found).isEqualTo(new Found(uvci(2).value(), PERSON));
        assertThat(found.toString()).doesNotContain(PERSON);
    }

    @Test
    void findsByAuthcodeAndByCuev() {
        hold(1, CertificateState.ISSUED, "2022-01-10", null, "2022-01-10T09:00:00Z");
        assertThat(controller.find(new Wanted(null, null, CODE.value())).uvci()).isEqualTo(uvci(1).value());
        when(registry.find(any(Cuev.class))).thenReturn(Optional.of(held.getFirst()));
        assertThat(controller.find(new Wanted(null, null, Events.cuev(1).value())).uvci()).isEqualTo(uvci(1).value());
    }

    @ParameterizedTest
    @EnumSource(value = CertificateState.class, mode = EnumSource.Mode.EXCLUDE, names = "ISSUED")
    @DisplayName("deferred, pinned, refused, revoked: the same answer as if there were none")
    void givesNothingThatDoesNotHold(CertificateState state) {
        hold(1, state, "2022-01-10", "2022-06-30", "2022-01-10T09:00:00Z");
        assertProblem(() -> controller.find(new Wanted(PERSON, "2022-01-10", null)), ProblemType.NOT_FOUND);
        assertProblem(() -> controller.recover(new Recovery(uvci(1).value(), "it", "AUTHCODE")),
                ProblemType.NOT_FOUND);
        assertThat(told).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2022-06-30T21:59:59Z,true", "2022-06-30T22:00:00Z,false"})
    @DisplayName("the last day counts, by the calendar of Rome")
    void givesItOnItsLastDay(String now, boolean given) {
        clock.pin(now);
        hold(1, CertificateState.ISSUED, "2022-01-10", "2022-06-30", "2022-01-10T09:00:00Z");
        if (given) {
            assertThat(controller.find(new Wanted(PERSON, "2022-01-10", null))).isNotNull();
        } else {
            assertProblem(() -> controller.find(new Wanted(PERSON, "2022-01-10", null)), ProblemType.NOT_FOUND);
        }
    }

    @Test
    @DisplayName("each recovery is in the audit trail, with its form, and keeps the language")
    void recoversAndTellsTheAuditor() {
        hold(1, CertificateState.ISSUED, "2022-01-10", "2022-06-30", "2022-01-10T09:00:00Z");
        assertThat(controller.recover(new Recovery(uvci(1).value(), "de", "AUTHCODE")))
                .isEqualTo(new CertificateController.Code(secrets.codes().authCode(uvci(1)).value()));
        assertThat(controller.recover(new Recovery(uvci(1).value(), "fr", "CERTIFICATE_WITHOUT_CARD")))
                .isEqualTo(new CertificateController.Text("HC1:1"));
        assertThat(controller.recover(new Recovery(uvci(1).value(), "it", "CERTIFICATE_WITH_CODE")))
                .isEqualTo(new CertificateController.Text("HC1:1"));
        assertThat(languages).containsExactly("DE", "FR", "IT");
        assertThat(toTell).as("who has code and card warns nobody")
                .containsExactly(Events.CONTACT.channels(), Events.CONTACT.channels(), Set.of());
        assertThat(told).extracting(OutboxMessage::eventId).doesNotHaveDuplicates();
        assertThat(told).extracting(message -> message.value().replaceAll(".*\"type\":\"(\\w+)\".*", "$1"))
                .containsExactly("AUTHCODE_RECOVERED", "CERTIFICATE_FETCHED", "CERTIFICATE_FETCHED");
        assertThat(told).extracting(OutboxMessage::value).allMatch(event -> event.contains("\"role\":\"PORTAL\""))
                .noneMatch(event -> event.contains(PERSON) || event.contains("HC1:"));
    }

    @Test
    void givesNothingThatTheAuditorCannotBeTold() {
        hold(1, CertificateState.ISSUED, "2022-01-10", "2022-06-30", "2022-01-10T09:00:00Z");
        isIssued = false;
        assertProblem(() -> controller.recover(new Recovery(uvci(1).value(), "it", "AUTHCODE")),
                ProblemType.NOT_FOUND);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"-,-,-", "RSSMRA80A01H501U,-,-", "-,2022-01-10,-",
            "RSSMRA80A01H501U,2022-01-10,ABCDE1234E", "RSSMRA80A01H501X,2022-01-10,-", "RSSMRA80A01H501U,10/01/2022,-",
            "RSSMRA80A01H501U,-,ABCDE1234E", "-,-,$ne", "-,-,''"})
    void refusesOtherQuestions(String person, String day, String code) {
        assertProblem(() -> controller.find(new Wanted(person, day, code)), ProblemType.INVALID_REQUEST);
    }

    @ParameterizedTest
    @CsvSource({"x,it,AUTHCODE", "U,xx,AUTHCODE", "U,it,OTHER", "U,IT,AUTHCODE"})
    void refusesOtherRecoveries(String uvci, String language, String purpose) {
        assertProblem(() -> controller.recover(
                new Recovery("U".equals(uvci) ? uvci(1).value() : uvci, language, purpose)),
                ProblemType.INVALID_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{%s,\"admin\":true}", "{%s,\"code\":\"x\",\"code\":\"y\"}", "{%s} {}", "[{%s}]", ""})
    @DisplayName("a question or a recovery with a field that is unknown or there twice, or with more behind it, is none")
    void readsNothingThatIsNotAsked(String body) {
        new ApplicationContextRunner().withInitializer(new ConfigDataApplicationContextInitializer())
                .withPropertyValues("spring.config.name=generation-service")
                .withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class))
                .run(context -> {
                    JsonMapper json = context.getBean(JsonMapper.class);
                    assertReadsOnly(json, Wanted.class, "\"fiscalCode\":\"x\"", body);
                    assertReadsOnly(json, Recovery.class, "\"uvci\":\"x\"", body.replace("code", "language"));
                });
    }

    private static void assertReadsOnly(JsonMapper json, Class<?> type, String good, String body) {
        assertThat(json.readValue('{' + good + '}', type)).isNotNull();
        assertThatThrownBy(() -> json.readValue(body.formatted(good), type)).isInstanceOf(JacksonException.class);
    }

    @Test
    void asksToComeBackWhileTheStoreIsAway() {
        when(registry.find(any(Cuev.class))).thenThrow(new MongoTimeoutException("away"));
        when(registry.find(any(Uvci.class))).thenThrow(new MongoTimeoutException("away"));
        assertProblem(() -> controller.find(new Wanted(null, null, Events.cuev(1).value())), ProblemType.TRY_LATER);
        assertProblem(() -> controller.recover(new Recovery(uvci(1).value(), "it", "AUTHCODE")),
                ProblemType.TRY_LATER);
    }

    private static void assertProblem(Runnable work, ProblemType type) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(ProblemException.class,
                problem -> assertThat(problem.type()).isEqualTo(type));
    }

    private void hold(int number, CertificateState state, String from, String until, String signedAt) {
        EventToCertify event = Events.exemption(number, from, until);
        CertificateEntry entry = new CertificateEntry(uvci(number), state, "content",
                Optional.of(EventRoundTrip.write(event)), Optional.ofNullable(until).map(LocalDate::parse),
                Optional.of(new Intent(KeyId.of(new byte[8]), "exemption-1", Instant.parse(signedAt),
                        Instant.parse("2024-01-01T00:00:00Z"))),
                Optional.of("HC1:" + number), Optional.empty(), Set.of(), List.of(), TestHistory.NONE);
        held.add(entry);
        when(registry.find(uvci(number))).thenReturn(Optional.of(entry));
    }

    private static Uvci uvci(int number) {
        return Uvci.derive(new byte[]{(byte) number, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});
    }

    private final class Held implements Holdings {

        @Override
        public List<CertificateEntry> of(CodiceFiscale holder, LocalDate firstDay) {
            return held;
        }

        @Override
        public List<CertificateEntry> of(AuthCode code) {
            return code.equals(CODE) ? held : List.of();
        }
    }

    private final class Noted implements Recoveries {

        @Override
        public Optional<OutboxLease> note(Uvci uvci, Notice notice, Set<Channel> channels,
                List<OutboxMessage> messages) {
            if (!isIssued) {
                return Optional.empty();
            }
            languages.add(notice.language());
            toTell.add(channels);
            told.addAll(messages);
            return Optional.of(new OutboxLease(uvci, clock.instant()));
        }
    }

    private static final class Relay implements EventRelay {

        @Override
        public void relay(OutboxLease lease) {}

        @Override
        public void send(List<OutboxMessage> messages) {
            throw new AssertionError("all leaves by the outbox");
        }
    }
}
