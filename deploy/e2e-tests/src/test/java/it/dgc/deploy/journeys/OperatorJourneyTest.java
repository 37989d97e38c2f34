package it.dgc.deploy.journeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import it.dgc.common.messages.ExemptionNotification;
import it.dgc.deploy.local.platform.RunningPlatform;
import it.dgc.deploy.sistemats.SyntheticRegister;
import it.dgc.deploy.sistemats.Validity;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** An operator meets a notification that cannot be used; an auditor comes afterwards. */
@DisplayName("Operators and auditors")
class OperatorJourneyTest {

    @TempDir
    private Path directory;

    @Test
    @EnabledIfSystemProperty(named = "size", matches = "full", disabledReason = "the commands themselves are tested in one JVM")
    @DisplayName("a poisoned notification is seen, mended and issued; the trail proves it, until somebody touches it")
    void mendsADeadLetterAndProvesTheTrail() throws Exception {
        ExemptionNotification exemption = exemption();
        Path mended = Files.writeString(directory.resolve("mended.json"), json(exemption));
        Path broken = Files.writeString(directory.resolve("broken.json"),
                json(exemption).replace("\"familyName\":", "\"givenName\":\"Paolo\",\"familyName\":"));
        try (Dgc platform = up()) {
            Dgc.Result notified = run("notify", "--wait", broken.toString());
            assertThat(notified.lines()).singleElement().asString().contains("DEAD_LETTER DUPLICATE_KEY");

            Dgc.Result listed = run("dlt", "list");
            assertThat(listed.lines()).singleElement().asString().contains("DUPLICATE_KEY", "whole", "waiting");
            String id = listed.lines().getFirst().split("\t")[0];
            Dgc.Result shown = run("dlt", "show", id);
            assertThat(shown.lines()).contains("reason  DUPLICATE_KEY");
            assertThat(listed.lines() + "" + shown.lines()).doesNotContain(exemption.cuev(),
                    exemption.holder().familyName(), exemption.holder().fiscalCode(), exemption.doctor().fiscalCode());

            Dgc.Result replayed = run("dlt", "replay", id, "--file", mended.toString());
            assertThat(replayed.exitCode()).as("%s", replayed.lines()).isZero();
            assertThat(replayed.lines()).singleElement().asString()
                    .startsWith(id + '\t' + exemption.cuev() + "\tISSUED\tHC1:");

            Dgc.Result sound = run("audit", "verify");
            assertThat(sound.exitCode()).as("%s", sound.lines()).isZero();
            changeTheFirstLink();
            Dgc.Result forged = run("audit", "verify");
            assertThat(forged.exitCode()).isEqualTo(1);
            assertThat(forged.lines()).anyMatch(line -> line.startsWith("BROKEN link 1 "));
            platform.terminate();
        }
    }

    private void changeTheFirstLink() {
        try (MongoClient store = MongoClients.create(RunningPlatform.require(directory.resolve("D")).store())) {
            store.getDatabase("generation").getCollection("auditTrail").updateOne(Filters.eq("_id", 1L),
                    Updates.set("event", "{}"));
        }
    }

    private Dgc up() throws IOException, InterruptedException {
        return Dgc.up(directory, Map.of());
    }

    private Dgc.Result run(String... command) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--data-dir", "D"));
        return Dgc.run(directory, arguments.toArray(String[]::new));
    }

    private static ExemptionNotification exemption() {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Rome"));
        return new SyntheticRegister(Instant.now().toEpochMilli()).next(Instant.now(),
                Validity.between(today, today.plusDays(60)));
    }

    private static String json(ExemptionNotification notification) {
        return JsonMapper.builder()
                .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL)).build()
                .writeValueAsString(notification);
    }
}
