package it.dgc.rules.settings.versions.store;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import it.dgc.rules.settings.RuleSet;
import it.dgc.rules.settings.RuleSetReader;
import it.dgc.rules.settings.RuleSetReading;
import it.dgc.rules.settings.versions.StoredVersion;
import org.bson.Document;

/** A version as it is stored: its number as {@code _id}, the rules as an array of name, type and value. */
final class RuleSetDocument {

    static final String COLLECTION = "rule-sets";

    private RuleSetDocument() {}

    /** Only what is sound is ever written. */
    static Document of(StoredVersion version) {
        return new Document("_id", version.number()).append("rules", rules(version))
                .append("contentHash", version.contentHash()).append("author", version.author())
                .append("proposedAt", Date.from(version.proposedAt()))
                .append("effective", Date.from(version.effective()));
    }

    /** What is not sound any more is read all the same, with what is wrong with it. */
    static Optional<StoredVersion> read(Document stored) {
        return stored.get("_id") instanceof Integer number && stored.get("contentHash") instanceof String hash
                && stored.get("author") instanceof String author && stored.get("proposedAt") instanceof Date proposedAt
                && stored.get("effective") instanceof Date effective
                        ? Optional.of(new StoredVersion(number, RuleSetReader.read(stored.get("rules")), hash, author,
                                instant(proposedAt), instant(effective)))
                        : Optional.empty();
    }

    private static List<Document> rules(StoredVersion version) {
        return version.content() instanceof RuleSetReading.Sound(RuleSet set)
                ? set.untyped().stream().map(Document::new).toList()
                : List.of();
    }

    private static Instant instant(Date date) {
        return Instant.ofEpochMilli(date.getTime());
    }
}
