package it.dgc.revocation.publication.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import it.dgc.revocation.drl.VersionMark;
import it.dgc.revocation.publication.ledger.HeldVersion;
import it.dgc.revocation.publication.ledger.Release;
import it.dgc.revocation.publication.ledger.VersionRegister;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

/** The register in MongoDB: a document a version, one for the lease, one for what is held, one a release. */
@Component
final class MongoVersionRegister implements VersionRegister {

    private final MongoTemplate mongo;
    private final MongoSequence<VersionDocument> versions;

    MongoVersionRegister(MongoTemplate mongo) {
        this.mongo = mongo;
        this.versions = new MongoSequence<>(mongo, VersionDocument.class, VersionDocument::version);
    }

    @Override
    public boolean publish(VersionMark mark) {
        return versions.add(VersionDocument.of(mark));
    }

    @Override
    public List<VersionMark> after(long version) {
        return versions.after(version).stream().map(VersionDocument::toMark).takeWhile(Optional::isPresent)
                .flatMap(Optional::stream).toList();
    }

    @Override
    public Optional<VersionMark> at(long version) {
        return versions.at(version).flatMap(VersionDocument::toMark);
    }

    @Override
    public boolean lead(String instance, Instant now, Instant until) {
        Query freeOrMine = query(where("_id").is(LeaseDocument.ONLY).orOperator(
                Criteria.where("instance").is(instance), Criteria.where("until").lt(now)));
        try {
            mongo.findAndModify(freeOrMine, new Update().set("instance", instance).set("until", until),
                    FindAndModifyOptions.options().upsert(true).returnNew(true), LeaseDocument.class);
            return true;
        } catch (DuplicateKeyException somebodyElseHasIt) {
            return false;
        }
    }

    @Override
    public void hold(HeldVersion held) {
        mongo.save(HeldDocument.of(held));
    }

    @Override
    public Optional<HeldVersion> held() {
        return Optional.ofNullable(mongo.findById(HeldDocument.ONLY, HeldDocument.class)).map(HeldDocument::toHeld);
    }

    @Override
    public void release(Release release) {
        try {
            mongo.insert(ReleaseDocument.of(release));
        } catch (DuplicateKeyException isReleased) {
            return;
        }
    }

    @Override
    public Optional<Release> released(long version, long position) {
        return Optional.ofNullable(mongo.findById(ReleaseDocument.id(version, position), ReleaseDocument.class))
                .map(ReleaseDocument::toRelease);
    }
}
