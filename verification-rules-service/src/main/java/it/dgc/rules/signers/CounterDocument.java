package it.dgc.rules.signers;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The last number that was given out.
 *
 * @param id name of the counter
 * @param last the number; 64 bits here, so that passing 2^31 is noticed and not wrapped
 */
@Document(CounterDocument.COLLECTION)
record CounterDocument(@Id String id, long last) {

    static final String COLLECTION = "counters";

    /** The counter of the resume tokens (I13). */
    static final String SIGNER_TOKEN = "signer-token";
}
