package it.dgc.deploy.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import org.bson.Document;
import org.bson.types.Binary;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The register as it lies in the store. */
final class StoreDump implements AutoCloseable {

    /** The register keeps it for five minutes, and looks at it twice a minute. */
    private static final Duration HINT_IS_KEPT = Duration.ofMinutes(6);

    private final MongoClient client;
    private final MongoDatabase database;
    private final Vault vault;

    StoreDump(String connectionString, Vault vault) {
        this.client = MongoClients.create(connectionString);
        this.database = client.getDatabase("generation");
        this.vault = vault;
    }

    List<StoredCertificate> certificates() {
        return database.getCollection("certificates").find().map(this::opened).into(new ArrayList<>());
    }

    /** @return certificates whose outbox holds events */
    long openOutboxes() {
        return database.getCollection("certificates").countDocuments(Filters.exists("outbox.0"));
    }

    /**
     * @return entries of the work list that nothing keeps any more: one that was announced twice, as after a kill, may
     *         stay until a step that is still on its way can no longer come
     */
    long staleHints() {
        return database.getCollection("outboxHints").countDocuments(Filters.or(Filters.exists("announcedAt", false),
                Filters.lt("announcedAt", Date.from(Instant.now().minus(HINT_IS_KEPT)))));
    }

    /** @return messages to holders that have not left */
    long waitingMessages() {
        return database.getCollection("deliveryHints").countDocuments();
    }

    List<Document> auditTrail() {
        return database.getCollection("auditTrail").find().sort(new Document("_id", 1)).into(new ArrayList<>());
    }

    Set<String> refusals() {
        return database.getCollection("refusals").find().map(refusal -> refusal.getString("_id"))
                .into(new HashSet<>());
    }

    /** @return everything that a repetition must leave as it is, in one order */
    String canonical() {
        return Stream.of("certificates", "refusals", "auditTrail").map(this::canonical).collect(Collectors.joining());
    }

    private String canonical(String collection) {
        return database.getCollection(collection).find().map(Document::toJson).into(new ArrayList<>()).stream().sorted()
                .collect(Collectors.joining("\n", collection + "\n", "\n"));
    }

    @Override
    public void close() {
        client.close();
    }

    private StoredCertificate opened(Document stored) {
        String uvci = stored.getString("_id");
        return new StoredCertificate(uvci, stored.getString("state"),
                Document.parse(field(stored, "record").orElseThrow()).getString("cuev"), field(stored, "qrText"),
                Optional.ofNullable(stored.getString("refusal")),
                stored.getList("outbox", Document.class, List.of()).size());
    }

    private Optional<String> field(Document stored, String name) {
        return Optional.ofNullable(stored.get(name, Binary.class)).map(encrypted -> new String(
                vault.decrypt(encrypted.getData(), stored.getString("_id") + "/" + name), UTF_8));
    }
}
