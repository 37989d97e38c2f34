package it.dgc.generation.intake;

import java.util.Arrays;
import java.util.regex.Pattern;

import com.code_intelligence.jazzer.junit.FuzzTest;
import it.dgc.generation.issuance.EventRoundTrip;
import it.dgc.generation.issuance.EventToCertify;
import org.junit.jupiter.api.DisplayName;

import static it.dgc.common.fuzz.Invariant.holds;
import static java.nio.charset.StandardCharsets.UTF_8;

@DisplayName("P29: the notification parser on any record (Allegato B, chapter 1)")
class NotificationFuzzTest {

    private static final byte[] KEY = Notifications.CUEV.getBytes(UTF_8);
    private static final Pattern CODE = Pattern.compile("[A-Z_]+(:[a-zA-Z]+(\\.[a-zA-Z]+)?)?");
    /** Characters: names and addresses at their limits, escaped, stay below. */
    private static final int MAX_TEXT = 4_096;

    @FuzzTest(maxDuration = "30s")
    void reads(byte[] value) {
        switch (NotificationIntake.read(KEY, value)) {
            case Intake.Accepted accepted -> accepted(value, accepted);
            case Intake.Refused refused -> refused(value, refused);
        }
        holds(NotificationIntake.read(null, value) instanceof Intake.Refused, "nothing is accepted without its key");
    }

    private static void accepted(byte[] value, Intake.Accepted accepted) {
        EventToCertify event = accepted.event();
        holds(event.cuev().value().equals(Notifications.CUEV), "the key is the CUEV");
        holds(NotificationIntake.read(KEY, value).equals(accepted), "the same record is the same event");
        holds(NotificationIntake.read(KEY, followed(value, ' ', 1)).equals(accepted), "a blank behind changes nothing");
        holds(NotificationIntake.read(KEY, followed(value, '1', 1)) instanceof Intake.Refused, "nothing may follow");
        holds(NotificationIntake.read(KEY,
                followed(value, ' ', StrictJson.MAX_BYTES)) instanceof Intake.Refused,
                "16 KiB are the limit");
        String text = EventRoundTrip.write(event);
        holds(EventRoundTrip.read(text).equals(event), "the register keeps the whole event");
        holds(EventRoundTrip.write(EventRoundTrip.read(text)).equals(text), "one event has one text");
        holds(text.length() <= MAX_TEXT, "what is kept is bounded");
        holds(!event.toString().contains(event.holder().familyName().value() + '"'), "the person is not printed");
    }

    private static void refused(byte[] value, Intake.Refused refused) {
        holds(CODE.matcher(refused.rejection().code()).matches(), "a refusal is a code and the name of a field");
        holds(NotificationIntake.read(KEY, value).equals(refused), "the same record has the same reason");
    }

    private static byte[] followed(byte[] value, char filler, int count) {
        byte[] longer = Arrays.copyOf(value, value.length + count);
        Arrays.fill(longer, value.length, longer.length, (byte) filler);
        return longer;
    }
}
