package it.dgc.deploy.local.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.annotation.JsonInclude;
import it.dgc.common.messages.ExemptionNotification;
import it.dgc.deploy.local.console.Logs;
import it.dgc.deploy.local.console.RecordedTerminal;
import it.dgc.deploy.local.platform.DataDirectory;
import it.dgc.deploy.local.platform.Platform;
import it.dgc.deploy.local.platform.Ports;
import it.dgc.deploy.local.platform.RunningPlatform;
import it.dgc.deploy.sistemats.NotificationProducer;
import it.dgc.deploy.sistemats.SyntheticRegister;
import it.dgc.deploy.sistemats.Validity;
import it.dgc.generation.secrets.Secrets;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Operators' commands on a platform that runs (reliability P04, P09, T24)")
class OperatorCommandsTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL)).build();
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Rome"));

    @TempDir
    private static Path directory;
    private static Platform platform;

    private final SyntheticRegister persons = new SyntheticRegister(System.nanoTime());
    private RecordedTerminal terminal = RecordedTerminal.pipe();

    @BeforeAll
    static void start() {
        DataDirectory data = DataDirectory.prepare(directory.resolve("D"));
        Logs.toFile(data.log(), Map.of());
        platform = Platform.on(data, Ports.ANY);
        platform.start(progress -> {});
    }

    @AfterAll
    static void stop() {
        platform.close();
        Logs.off();
    }

    @Test
    @DisplayName("audit: sound after an issue, a refusal, a dead letter and a conflicting duplicate")
    void findsTheTrailSound() {
        ExemptionNotification issued = current();
        assertThat(notify(json(issued))).isZero();
        assertThat(notify(json(persons.next(Instant.now(), Validity.between(TODAY.minusDays(9), TODAY.minusDays(2))))))
                .isEqualTo(1);
        assertThat(notify("{\"schemaVersion\":1}")).isEqualTo(1);
        assertThat(notify(json(issued).replace(issued.validUntil(), TODAY.plusDays(20).toString()))).isEqualTo(1);
        assertThat(terminal.out()).contains("CONFLICTING_DUPLICATE");

        assertThat(audit()).as(terminal.out()).isZero();
        assertThat(terminal.out().lines()).anyMatch(line -> line.matches("LINKS \\d+"))
                .anyMatch(line -> line.matches("HEAD \\d+:[0-9a-f]{64}")).last().isEqualTo("✔ SOUND");
        assertThat(terminal.err()).contains("--since");
    }

    @Test
    @DisplayName("audit: 1, and the place, where a link was changed in the store")
    void namesTheLinkThatWasChanged() {
        assertThat(notify(json(current()))).isZero();
        try (StoredTrail trail = StoredTrail.settled(running())) {
            long last = trail.length();
            trail.change(last, event -> event.replace("\"ISSUED\"", "\"REFUSED\""));

            assertThat(audit()).isEqualTo(1);
            assertThat(terminal.out()).contains("BROKEN link " + last).contains("NOT SOUND");
        }
        assertThat(audit()).isZero();
    }

    @Test
    @DisplayName("audit: 1, and the missing event, where the last link was taken out")
    void namesTheEventThatIsMissing() {
        assertThat(notify(json(current()))).isZero();
        try (StoredTrail trail = StoredTrail.settled(running())) {
            String event = trail.eventId(trail.length());
            trail.remove(trail.length());

            assertThat(audit("--patience", "1")).isEqualTo(1);
            assertThat(terminal.out()).contains("MISSING " + event);
        }
    }

    @Test
    @DisplayName("audit --since: 1 where a link was rewritten together with all later ones")
    void findsTheTrailRewrittenByTheHeadThatWasNoted() {
        assertThat(notify(json(current()))).isZero();
        assertThat(audit()).isZero();
        String noted = head();
        assertThat(notify(json(current()))).isZero();
        assertThat(audit("--since", noted)).isZero();
        try (StoredTrail trail = StoredTrail.settled(running())) {
            trail.rewrite(1, event -> event.replaceFirst("\"occurredAt\":\"2", "\"occurredAt\":\"1"));

            assertThat(audit()).as("a whole new chain").isZero();
            assertThat(audit("--since", noted)).isEqualTo(1);
            assertThat(terminal.out()).contains("REWRITTEN the trail no longer has " + noted);
        }
    }

    @Test
    void listsALetterOnceAndWithoutAnythingPersonal() throws IOException {
        ExemptionNotification one = current();
        assertThat(notify(json(one).replace("\"holder\"", "\"bearer\""))).isEqualTo(1);
        String id = newest("SCHEMA");
        DeadLetterCopy.of(running(), id);

        assertThat(dlt("list", "--reason", "SCHEMA")).isZero();
        List<String> columns = columnsOf(id);
        assertThat(columns).hasSize(7).endsWith("whole", "waiting");
        assertThat(columns.get(2)).isEqualTo("SCHEMA");
        assertThat(columns.get(3)).matches("sistema-ts\\.exemptions/\\d/\\d+");
        assertThat(terminal.out().lines().filter(line -> line.contains(columns.get(3) + '\t'))).hasSize(1);

        assertThat(dlt("list", "--json")).isZero();
        JsonNode line = terminal.out().lines().map(JSON::readTree)
                .filter(json -> json.get("id").stringValue().equals(id))
                .findFirst().orElseThrow();
        assertThat(line.get("reason").stringValue()).isEqualTo("SCHEMA");
        assertThat(line.get("length").longValue()).isEqualTo(Long.parseLong(columns.get(4)));
        assertThat(dlt("show", id)).isZero();
        assertThat(terminal.out()).contains("reason  SCHEMA", "origin  " + columns.get(3), "state   waiting");
        assertThat(terminal.out() + terminal.err()).doesNotContain(one.cuev(), one.holder().familyName(),
                one.holder().fiscalCode());
        assertThat(dlt("list", "--reason", "SCHEM")).isZero();
        assertThat(terminal.out()).isEmpty();
    }

    @Test
    @DisplayName("reliability T24: who opens a dead letter leaves a trace")
    void opensALetterAndTellsTheAuditor() throws IOException {
        String value = "{\"schemaVersion\":1,\"cuev\":\"perché\"}";
        assertThat(notify(value)).isEqualTo(1);
        String id = newest("FIELD_INVALID");

        assertThat(dlt("show", id, "--value")).isZero();
        assertThat(terminal.out()).isEqualTo(value);
        assertThat(terminal.err()).contains("reason  FIELD_INVALID:");

        Path file = directory.resolve("value.json");
        assertThat(dlt("show", id, "--value", "--out", file.toString())).isZero();
        assertThat(file).hasContent(value);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(dlt("show", id, "--value", "--out", file.toString())).isEqualTo(1);
        assertThat(terminal.err()).contains("exists already");

        String origin = columnsOf(listed(), id).get(3);
        try (StoredTrail trail = StoredTrail.settled(running())) {
            assertThat(trail.awaitEvents("\"OPENED\"", "\"" + origin + "\"", 2)).allMatch(
                    event -> event.contains("\"actor\":{\"role\":\"OPERATOR\",\"codeIndex\":null}"));
        }
        assertThat(audit()).isZero();
    }

    @Test
    void saysThatTheSecretsAreOthers() throws IOException {
        assertThat(notify("{}")).isEqualTo(1);
        String id = newest("UNSUPPORTED_VERSION");
        Secrets.loadOrCreate(directory.resolve("other/secrets"));

        assertThat(run("dlt", "show", id, "--value", "--data-dir", directory.resolve("other").toString(), "--kafka",
                running().kafka(), "--store", running().store())).isEqualTo(1);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).contains("dgc: The dead letter " + id + " cannot be decrypted with the secrets in ");
        assertThat(run("dlt", "replay", id, "--data-dir", directory.resolve("other").toString(), "--kafka",
                running().kafka(), "--store", running().store())).isEqualTo(1);
        assertThat(terminal.out()).startsWith(id + "\t-\tNOT_SENT SEALED");
        assertThat(run("dlt", "show", id, "--value", "--data-dir", directory.resolve("none").toString(), "--kafka",
                running().kafka(), "--store", running().store())).isEqualTo(1);
        assertThat(terminal.err()).contains("There are no secrets in");
    }

    @Test
    @DisplayName("dlt replay: what was refused for its key alone is issued under the CUEV in it")
    void sendsALetterAgainUnderItsCuev() {
        ExemptionNotification one = current();
        String id = refused("wrong", json(one), "KEY_MISMATCH");

        assertThat(dlt("replay", id)).as(terminal.err()).isZero();
        assertThat(terminal.out()).startsWith(id + '\t' + one.cuev() + "\tISSUED\tHC1:");
        assertThat(columnsOf(listed(), id)).endsWith("replayed");

        assertThat(dlt("replay", id)).as("asked for by name it is sent once more").isZero();
        assertThat(terminal.out()).contains("\tALREADY_ISSUED\t");
        String origin = columnsOf(listed(), id).get(3);
        try (StoredTrail trail = StoredTrail.settled(running())) {
            assertThat(trail.awaitEvents("\"REPLAYED\"", "\"" + origin + "\"", 2)).doesNotHaveDuplicates();
        }
        assertThat(audit()).as(terminal.out()).isZero();
    }

    @Test
    void saysWhereALetterStandsThatFailsAgain() {
        String id = refused(null, json(current()).replace("\"validFrom\"", "\"from\""), "SCHEMA");

        assertThat(dlt("replay", id)).isEqualTo(1);
        assertThat(terminal.out()).contains("\tDEAD_LETTER SCHEMA\t");
        String origin = terminal.err().replaceAll("(?s).*failed again: a new dead letter has the origin (\\S+)\\..*",
                "$1");
        assertThat(listed().lines().map(line -> List.of(line.split("\t"))))
                .anySatisfy(line -> assertThat(line).contains(origin, "waiting"));
    }

    @Test
    void sendsNoPieceOfANotificationButAMendedOne() throws IOException {
        ExemptionNotification one = current();
        String cut = refused(one.cuev(), json(one).replace("}", " ".repeat(70_000) + '}'), "TOO_LARGE");
        assertThat(dlt("show", cut)).isZero();
        assertThat(terminal.out()).contains("only the beginning was kept");

        assertThat(dlt("replay", cut)).isEqualTo(1);
        assertThat(terminal.out()).startsWith(cut + "\t-\tNOT_SENT CUT");
        assertThat(terminal.err()).contains("--file");

        Path mended = Files.writeString(directory.resolve("mended.json"), json(one));
        assertThat(dlt("replay", cut, "--file", mended.toString())).isZero();
        assertThat(terminal.out()).contains(one.cuev() + "\tISSUED\tHC1:");
        try (StoredTrail trail = StoredTrail.settled(running())) {
            assertThat(trail.awaitEvents("\"REPLAYED\"", columnsOf(listed(), cut).get(3), 1))
                    .singleElement().asString().contains("\"reason\":\"MENDED\"");
        }
    }

    @Test
    @DisplayName("dlt replay --all: each letter once, whatever became of it")
    void sendsAllThatWaitAndNoneTwice() {
        ExemptionNotification one = current();
        ExemptionNotification two = current();
        refused("wrong", json(one), "KEY_MISMATCH");
        refused("wrong", json(two), "KEY_MISMATCH");
        refused(null, "no json", "MALFORMED_JSON");

        assertThat(dlt("replay", "--all", "--reason", "KEY_MISMATCH")).isZero();
        assertThat(terminal.out()).contains(one.cuev() + "\tISSUED", two.cuev() + "\tISSUED").doesNotContain("NO_CUEV");
        assertThat(dlt("replay", "--all", "--reason", "KEY_MISMATCH")).isZero();
        assertThat(terminal.out()).isEmpty();
        assertThat(dlt("replay", "--all", "--reason", "MALFORMED_JSON")).isEqualTo(1);
        assertThat(terminal.out()).contains("NOT_SENT NO_CUEV");
    }

    @Test
    void saysThatThereIsNoSuchLetterTopicOrFile() throws IOException {
        assertThat(dlt("show", "0/999999")).isEqualTo(1);
        assertThat(terminal.err()).startsWith("dgc: There is no dead letter 0/999999 in sistema-ts.exemptions.dlt.");
        assertThat(dlt("list", "--topic", "nothing.dlt")).isEqualTo(1);
        assertThat(terminal.err()).startsWith("dgc: There is no topic nothing.dlt.");
        assertThat(dlt("replay", "0/0", "--file", directory.resolve("absent.json").toString())).isEqualTo(1);
        assertThat(terminal.err()).startsWith("dgc: There is no file");
        Path two = Files.writeString(directory.resolve("two.json"), "{}\n{}");
        assertThat(dlt("replay", "0/0", "--file", two.toString())).isEqualTo(1);
        assertThat(terminal.err()).contains("must hold one notification");
    }

    private ExemptionNotification current() {
        return persons.next(Instant.now(), Validity.between(TODAY, TODAY.plusDays(60)));
    }

    private int notify(String notification) {
        try {
            Path file = Files.writeString(directory.resolve("notification.json"), notification);
            return run("notify", "--wait", file.toString(), "--data-dir", directory.resolve("D").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the id of the letter that a record becomes */
    private String refused(String key, String value, String reason) {
        CompletableFuture<RecordMetadata> sent;
        try (NotificationProducer producer = new NotificationProducer(running().kafka())) {
            sent = producer.sendRaw(key, value.getBytes(UTF_8));
        }
        RecordMetadata place = sent.join();
        assertThat(notify(json(current()))).as("the service is at work").isZero();
        String origin = place.topic() + '/' + place.partition() + '/' + place.offset();
        return StoredTrail.await(() -> listed().lines().map(line -> List.of(line.split("\t")))
                .filter(line -> line.get(3).equals(origin) && line.get(2).equals(reason)).map(List::getFirst)
                .findFirst());
    }

    private String newest(String reason) {
        assertThat(dlt("list", "--reason", reason)).isZero();
        return terminal.out().lines().reduce((first, second) -> second).orElseThrow().split("\t")[0];
    }

    private String listed() {
        assertThat(dlt("list")).isZero();
        return terminal.out();
    }

    private List<String> columnsOf(String id) {
        return columnsOf(terminal.out(), id);
    }

    private static List<String> columnsOf(String list, String id) {
        return list.lines().map(line -> List.of(line.split("\t"))).filter(line -> line.getFirst().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String head() {
        return terminal.out().lines().filter(line -> line.startsWith("HEAD ")).findFirst().orElseThrow().substring(5);
    }

    private int audit(String... options) {
        return onPlatform(List.of("audit", "verify"), options);
    }

    private int dlt(String command, String... options) {
        return onPlatform(List.of("dlt", command), options);
    }

    private int onPlatform(List<String> command, String... options) {
        List<String> arguments = new ArrayList<>(command);
        arguments.addAll(List.of(options));
        arguments.addAll(List.of("--data-dir", directory.resolve("D").toString()));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        terminal = RecordedTerminal.pipe();
        return Dgc.run(terminal.terminal(), arguments);
    }

    private static String json(ExemptionNotification notification) {
        return JSON.writeValueAsString(notification);
    }

    private static RunningPlatform running() {
        return RunningPlatform.require(directory.resolve("D"));
    }
}
