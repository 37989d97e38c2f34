package it.dgc.deploy.local.tls;

/**
 * The form in which a key that was read from its file is handed on within this process. The usual one would encrypt and decrypt it
 * with ten thousand rounds of hashing at each step, which protects nothing here and took a twentieth of a platform's start.
 */
final class MemoryStore {

    static final String TYPE = "JKS";
    /** The form wants one; it guards nothing. */
    static final String PASSWORD = "in-memory";

    private MemoryStore() {}
}
