package it.dgc.revocation.publication.store;

import java.util.Optional;

import it.dgc.revocation.drl.hashes.RevokedHash;
import it.dgc.revocation.publication.ledger.LogRow;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A change as it is stored.
 *
 * @param position from 1, without holes
 * @param change ADDED or REMOVED
 * @param hash Base64 of 32 bytes
 */
@Document("log")
record LogDocument(@Id long position, LogRow.Change change, String hash) {

    static LogDocument of(LogRow row) {
        return new LogDocument(row.position(), row.change(), row.hash().base64());
    }

    /** A document that another hand changed is a hole in the log. */
    Optional<LogRow> toRow() {
        return RevokedHash.read(hash).filter(read -> change != null)
                .map(read -> new LogRow(position, change, read));
    }
}
