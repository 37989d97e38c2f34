package it.dgc.rules.settings.versions.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;

import it.dgc.rules.settings.versions.Activation;
import org.bson.Document;

/** A line of the log as it is stored, with its sequence as {@code _id}. */
final class ActivationDocument {

    static final String COLLECTION = "rule-activations";

    private ActivationDocument() {}

    static Document of(Activation line) {
        return new Document("_id", line.sequence()).append("follows", line.follows())
                .append("kind", line.kind().name()).append("version", line.version())
                .append("contentHash", line.contentHash()).append("effective", Date.from(line.effective()))
                .append("decidedAt", Date.from(line.decidedAt())).append("by", line.by());
    }

    static Optional<Activation> read(Document stored) {
        return stored.get("_id") instanceof Integer sequence && stored.get("follows") instanceof Integer follows
                && stored.get("version") instanceof Integer version
                && stored.get("contentHash") instanceof String hash && stored.get("by") instanceof String by
                && stored.get("effective") instanceof Date effective
                && stored.get("decidedAt") instanceof Date decidedAt
                        ? kind(stored.get("kind")).map(kind -> new Activation(sequence, follows, kind, version, hash,
                                Instant.ofEpochMilli(effective.getTime()), Instant.ofEpochMilli(decidedAt.getTime()),
                                by))
                        : Optional.empty();
    }

    private static Optional<Activation.Kind> kind(Object stored) {
        return Arrays.stream(Activation.Kind.values()).filter(kind -> kind.name().equals(stored)).findFirst();
    }
}
