package it.dgc.deploy.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.bson.Document;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What mail server and gateway wrote down before they said that they had it: a JSON object a line. */
final class Journals {

    private Journals() {}

    /** @return both, each message by the name that it keeps when it is sent again */
    static List<TopicRecord> messages(Path directory) throws IOException {
        List<TopicRecord> messages = new ArrayList<>();
        read(directory.resolve("mail.jsonl"), "messageId", messages);
        read(directory.resolve("sms.jsonl"), "idempotencyKey", messages);
        return messages;
    }

    private static void read(Path journal, String name, List<TopicRecord> messages) throws IOException {
        if (Files.exists(journal)) {
            try (Stream<String> lines = Files.lines(journal)) {
                lines.map(Document::parse).forEach(line -> messages.add(new TopicRecord(
                        new Place(0, messages.size()), Instant.parse(line.getString("acceptedAt")),
                        line.getString(name).getBytes(UTF_8), line.getString("to").getBytes(UTF_8), Map.of())));
            }
        }
    }
}
