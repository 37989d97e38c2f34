package it.dgc.deploy.faults;

import it.dgc.revocation.RevocationServiceApplication;

/** The revocation service as it is, saying when it has started. */
public final class RevocationMain {

    private RevocationMain() {}

    /** Takes the service's own arguments. */
    public static void main(String... arguments) {
        RevocationServiceApplication.builder().run(arguments);
        System.out.println("READY revocation");
        System.out.flush();
    }
}
