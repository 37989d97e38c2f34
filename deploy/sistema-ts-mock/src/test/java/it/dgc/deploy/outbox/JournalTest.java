package it.dgc.deploy.outbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The journal of a sink")
class JournalTest {

    @TempDir
    private Path directory;

    @Test
    void keepsItsEntriesInOrderOverARestart() {
        try (Journal<AcceptedSms> journal = open()) {
            journal.append(sms("1"));
        }
        try (Journal<AcceptedSms> journal = open()) {
            journal.append(sms("2\nü\""));
            assertThat(journal.entries()).containsExactly(sms("1"), sms("2\nü\""));
        }
    }

    @Test
    @DisplayName("half a line is what a death left of an entry that was never confirmed")
    void forgetsHalfALine() throws IOException {
        try (Journal<AcceptedSms> journal = open()) {
            journal.append(sms("1"));
        }
        Files.writeString(file(), "{\"idempotencyKey\":\"2", StandardOpenOption.APPEND);
        assertThat(Journal.read(file(), AcceptedSms.class)).containsExactly(sms("1"));
        try (Journal<AcceptedSms> journal = open()) {
            journal.append(sms("3"));
        }
        assertThat(Journal.read(file(), AcceptedSms.class)).containsExactly(sms("1"), sms("3"));
    }

    @Test
    void mixesNoLinesOfSeveralWriters() {
        try (Journal<AcceptedSms> journal = open()) {
            IntStream.range(0, 200).parallel().forEach(number -> journal.append(sms("n" + number)));
            assertThat(journal.entries()).extracting(AcceptedSms::idempotencyKey).doesNotHaveDuplicates().hasSize(200);
        }
    }

    @Test
    void isEmptyWhereNothingWasAccepted() {
        assertThat(AcceptedMail.readAll(directory)).isEqualTo(AcceptedSms.readAll(directory)).isEqualTo(List.of());
    }

    private Journal<AcceptedSms> open() {
        return Journal.open(file(), AcceptedSms.class);
    }

    private Path file() {
        return directory.resolve("below").resolve("sms.jsonl");
    }

    private static AcceptedSms sms(String key) {
        return new AcceptedSms(key, "+447700900123", "sender", "text", "2022-01-10T09:00:00Z", false);
    }
}
