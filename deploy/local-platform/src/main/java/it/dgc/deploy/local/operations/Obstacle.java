package it.dgc.deploy.local.operations;

/** Why a dead letter cannot be sent again as it is. */
public enum Obstacle {

    /** Only the beginning of the value was kept. */
    CUT("only the beginning of its value was kept; send the whole with --file"),
    /** The value does not say which exemption it is about. */
    NO_CUEV("its value holds no readable CUEV; mend it (dlt show --value --out) and send it with --file"),
    /** The value cannot be decrypted. */
    SEALED("the secrets of the data directory are not those that it was written with, or it was altered"),
    /** It was not a notification of an exemption. */
    OTHER_ORIGIN("it does not come from the notifications of exemptions");

    private final String sentence;

    Obstacle(String sentence) {
        this.sentence = sentence;
    }

    /** @return what to do about it */
    public String sentence() {
        return sentence;
    }
}
