package it.dgc.revocation.requests;

import it.dgc.revocation.requests.register.RequestEntry;

/** What came of handing a request in. */
sealed interface Submission {

    /** It is with the broker, now or since before. */
    record Taken(RequestEntry entry) implements Submission {}

    /** The same key came with something else before. */
    record KeyReused() implements Submission {}

    /** The broker did not take it in time: it is noted, and has to come again. */
    record NotHandedOn() implements Submission {}
}
