package it.dgc.deploy.local.verifier;

/** Something could not be had of the server; the message says why. Never leaves this room. */
class SyncException extends Exception {

    private static final long serialVersionUID = 1L;

    SyncException(String why) {
        super(why, null, false, false);
    }
}
