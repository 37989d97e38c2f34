package it.dgc.revocation.publication.store;

import java.time.Instant;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The right to publish.
 *
 * @param id there is one
 * @param instance who has it
 * @param until how long
 */
@Document("lease")
record LeaseDocument(@Id String id, String instance, Instant until) {

    static final String ONLY = "publisher";
}
