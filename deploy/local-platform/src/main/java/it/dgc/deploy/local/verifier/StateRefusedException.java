package it.dgc.deploy.local.verifier;

/** The server does not know what was asked about: what stands here is to be forgotten (VerificaC19 protocol, section 1). */
final class StateRefusedException extends SyncException {

    private static final long serialVersionUID = 1L;

    StateRefusedException(int status) {
        super("the server answered " + status);
    }
}
