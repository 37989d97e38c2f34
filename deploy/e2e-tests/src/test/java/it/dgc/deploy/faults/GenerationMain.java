package it.dgc.deploy.faults;

import it.dgc.generation.GenerationServiceApplication;

/** The generation service as it is, saying when it has started. */
public final class GenerationMain {

    private GenerationMain() {}

    /** Takes the service's own arguments. */
    public static void main(String... arguments) {
        GenerationServiceApplication.builder().run(arguments);
        System.out.println("READY generation");
        System.out.flush();
    }
}
