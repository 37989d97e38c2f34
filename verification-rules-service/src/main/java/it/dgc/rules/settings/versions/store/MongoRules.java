package it.dgc.rules.settings.versions.store;

import java.util.List;
import java.util.Optional;

import it.dgc.rules.settings.versions.Activation;
import it.dgc.rules.settings.versions.ActivationLog;
import it.dgc.rules.settings.versions.RuleStore;
import it.dgc.rules.settings.versions.StoredVersion;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The store in MongoDB: one document a version and one a line; the {@code _id} makes each number unique. */
@Component
final class MongoRules implements RuleStore {

    private final MongoTemplate mongo;

    MongoRules(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public ActivationLog log() {
        List<Optional<Activation>> lines = mongo.findAll(Document.class, ActivationDocument.COLLECTION).stream()
                .map(ActivationDocument::read).toList();
        return new ActivationLog(lines.stream().flatMap(Optional::stream).toList(),
                (int) lines.stream().filter(Optional::isEmpty).count());
    }

    @Override
    public Optional<StoredVersion> version(int number) {
        return Optional.ofNullable(mongo.findById(number, Document.class, RuleSetDocument.COLLECTION))
                .flatMap(RuleSetDocument::read);
    }

    @Override
    public int highestVersion() {
        Query newest = new Query().with(Sort.by(Sort.Direction.DESC, "_id")).limit(1);
        newest.fields().include("_id");
        return mongo.find(newest, Document.class, RuleSetDocument.COLLECTION).stream().map(found -> found.get("_id"))
                .filter(Integer.class::isInstance).mapToInt(Integer.class::cast).max().orElse(0);
    }

    @Override
    public List<StoredVersion> versions() {
        return mongo.findAll(Document.class, RuleSetDocument.COLLECTION).stream()
                .flatMap(document -> RuleSetDocument.read(document).stream()).toList();
    }

    @Override
    public boolean add(StoredVersion version) {
        return insert(RuleSetDocument.of(version), RuleSetDocument.COLLECTION);
    }

    @Override
    public boolean add(Activation line) {
        return insert(ActivationDocument.of(line), ActivationDocument.COLLECTION);
    }

    private boolean insert(Document document, String collection) {
        try {
            mongo.insert(document, collection);
            return true;
        } catch (DuplicateKeyException numberIsTaken) {
            return false;
        }
    }
}
