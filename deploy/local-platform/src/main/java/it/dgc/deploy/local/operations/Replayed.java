package it.dgc.deploy.local.operations;

import it.dgc.deploy.local.delivery.Delivery;

/** What became of a dead letter that was to be sent again. */
public sealed interface Replayed {

    /** @return the letter's place, {@code partition/offset} */
    String id();

    /** @return whether the notification now did what it was sent for */
    boolean isGood();

    /** @return the letter, and as {@code notify --wait} says it; fields separated by tabulators */
    String line();

    /** Why a dead letter cannot be sent again as it is. */
    enum Obstacle {

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

    /**
     * It was sent.
     *
     * @param id the letter's place
     * @param delivery what became of it
     * @param place where it stands now, {@code topic/partition/offset}: the origin of the next letter, if it failed again
     */
    record Sent(String id, Delivery delivery, String place) implements Replayed {

        @Override
        public boolean isGood() {
            return delivery.outcome().isGood();
        }

        @Override
        public String line() {
            return id + '\t' + delivery.line();
        }
    }

    /**
     * It was not sent.
     *
     * @param id the letter's place
     * @param obstacle why
     */
    record Held(String id, Obstacle obstacle) implements Replayed {

        @Override
        public boolean isGood() {
            return false;
        }

        @Override
        public String line() {
            return id + "\t-\tNOT_SENT " + obstacle + '\t';
        }
    }
}
