package it.dgc.deploy.faults.sistemats;

import java.util.List;

import it.dgc.common.messages.ExemptionNotification;
import it.dgc.common.messages.ExemptionNotification.Contact;
import it.dgc.common.messages.ExemptionNotification.Doctor;
import it.dgc.common.messages.ExemptionNotification.Holder;

/** Values that are found again wherever they get to (reference reliability, P22); all synthetic. */
public final class Canaries {

    private static final String FAMILY = "Kanarienvogel";
    private static final String GIVEN = "Uccellinogiallo";
    private static final String HOLDER = "RSSMRA80A01H501U";
    private static final String DOCTOR = "MRARSS75P14H501I";
    private static final String EMAIL = "kanarienvogel.gelb@posta.example";
    private static final String MOBILE = "+447700900987";

    private Canaries() {}

    /** @return the same with a canary in every personal field */
    static ExemptionNotification in(ExemptionNotification given) {
        return new ExemptionNotification(given.schemaVersion(), given.cuev(),
                new Holder(HOLDER, FAMILY, GIVEN, given.holder().birthDate()),
                new Doctor(DOCTOR, given.doctor().category()), given.validFrom(), given.validUntil(), given.issuedAt(),
                new Contact(EMAIL, MOBILE), given.language());
    }

    /** @return what must not be found, beside the codes of single certificates */
    public static List<String> values() {
        return List.of(FAMILY, GIVEN, HOLDER, DOCTOR, EMAIL, MOBILE);
    }
}
