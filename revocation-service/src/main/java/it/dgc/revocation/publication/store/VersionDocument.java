package it.dgc.revocation.publication.store;

import java.time.Instant;
import java.util.Optional;

import it.dgc.revocation.drl.VersionMark;
import it.dgc.revocation.drl.hashes.RevokedHash;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A version as it is stored.
 *
 * @param version from 1, without holes
 * @param position the last change that is in it
 * @param publishedAt when
 * @param total number of entries
 * @param sum all entries mixed, Base64 of 32 bytes
 */
@Document("versions")
record VersionDocument(@Id long version, long position, Instant publishedAt, int total, String sum) {

    static VersionDocument of(VersionMark mark) {
        return new VersionDocument(mark.version(), mark.position(), mark.publishedAt(), mark.total(),
                mark.sum().base64());
    }

    /** A document that another hand changed is a hole in the sequence. */
    Optional<VersionMark> toMark() {
        return RevokedHash.read(sum).filter(read -> publishedAt != null)
                .map(read -> new VersionMark(version, position, publishedAt, total, read));
    }
}
