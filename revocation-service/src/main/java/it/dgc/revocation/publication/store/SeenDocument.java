package it.dgc.revocation.publication.store;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An event that was taken in.
 *
 * @param event digest of its id
 */
@Document("seen")
record SeenDocument(@Id String event) {}
