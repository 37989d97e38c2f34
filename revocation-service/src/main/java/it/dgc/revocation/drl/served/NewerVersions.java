package it.dgc.revocation.drl.served;

/** Asks whether somebody published a version that this instance has not seen. */
public interface NewerVersions {

    /** What came of looking. */
    enum Look {
        /** The store was asked, this moment or a moment ago; what it knew is served. */
        UP_TO_DATE,
        /** The store does not answer: a version that is not known here may be there. */
        UNKNOWN
    }

    /** @return what came of it; waits for the store */
    Look look();
}
