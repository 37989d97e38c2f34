package it.dgc.revocation.publication.store;

import java.time.Instant;

import it.dgc.revocation.publication.ledger.Release;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Somebody's word that a version may be published.
 *
 * @param id version and position
 * @param version its number
 * @param position the last change in it
 * @param by who
 * @param at when
 */
@Document("releases")
record ReleaseDocument(@Id String id, long version, long position, String by, Instant at) {

    static String id(long version, long position) {
        return version + "-" + position;
    }

    static ReleaseDocument of(Release release) {
        return new ReleaseDocument(id(release.version(), release.position()), release.version(), release.position(),
                release.by(), release.at());
    }

    Release toRelease() {
        return new Release(version, position, by, at);
    }
}
