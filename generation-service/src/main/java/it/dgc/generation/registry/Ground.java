package it.dgc.generation.registry;

/** Why a certificate is revoked (Allegato B, chapter 2); there may be several. */
public enum Ground {
    /** The clinical condition that justified it is no longer there. */
    CONDITION_ENDED,
    /** The holder tested positive (dPCM 17 June 2021, article 8, paragraph 5); lifted when the holder has recovered. */
    POSITIVE_TEST,
    /** It was obtained by fraud (article 8, paragraph 6). */
    FRAUD
}
