package it.dgc.deploy.local.console;

/** A failure that its message explains to the user in one sentence; nothing else needs to be shown. */
public final class ExplainedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param sentence what happened and what to do about it */
    public ExplainedException(String sentence) {
        super(sentence);
    }

    /**
     * @param sentence what happened and what to do about it
     * @param cause for the log
     */
    public ExplainedException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
