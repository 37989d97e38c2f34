package it.dgc.generation.registry;

/** Prepares the store before the first certificate; may be repeated. */
@FunctionalInterface
public interface RegistrySetup {

    /** @throws RuntimeException if the store cannot be reached */
    void prepare();
}
