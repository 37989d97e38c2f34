package it.dgc.deploy.local.verifier;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a verifier sees of a certificate: nothing about its kind (GDPR; architecture D14).
 *
 * @param outcome the outcome
 * @param reason why, for tests; empty where it is valid
 * @param holder whom it names; empty where no trusted key signed it
 */
public record Verification(Outcome outcome, Optional<String> reason, Optional<Holder> holder) {

    /**
     * @param familyName surname
     * @param givenName name
     * @param birthDate birth date
     */
    public record Holder(String familyName, String givenName, LocalDate birthDate) {

        @Override
        public String toString() {
            return "Holder[REDACTED]";
        }
    }

    static Verification without(Outcome outcome, String reason) {
        return new Verification(outcome, Optional.of(reason), Optional.empty());
    }
}
