package it.dgc.rules.signers;

/** Whether verifiers shall trust a key. */
enum Trust {
    ACTIVE, WITHDRAWN
}
