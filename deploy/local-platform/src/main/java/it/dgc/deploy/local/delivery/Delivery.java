package it.dgc.deploy.local.delivery;

import java.util.Optional;

/**
 * What became of a notification.
 *
 * @param cuev as the notification names it; {@code -} where it names none
 * @param outcome what the generation service did
 * @param reason why it refused; empty where it did not
 * @param qrText the {@code HC1:} text; empty where there is none yet
 */
public record Delivery(String cuev, Outcome outcome, Optional<String> reason, Optional<String> qrText) {

    /** Outcomes, in the words of the command line. */
    public enum Outcome {

        ISSUED(true), ALREADY_ISSUED(true), DEFERRED(true), REFUSED(false), DEAD_LETTER(false), REVOKED(false);

        private final boolean good;

        Outcome(boolean good) {
            this.good = good;
        }

        /** @return whether the notification did what it was sent for */
        public boolean isGood() {
            return good;
        }
    }

    /** @return one line, fields separated by tabulators */
    public String line() {
        return cuev + '\t' + outcome + reason.map(text -> ' ' + text).orElse("") + '\t' + qrText.orElse("");
    }

    /** Masked: the text is personal. */
    @Override
    public String toString() {
        return "Delivery[" + outcome + ']';
    }
}
