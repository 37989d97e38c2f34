package it.dgc.generation.delivery;

import java.net.URI;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

import it.dgc.common.codes.AuthCode;
import it.dgc.common.uvci.Uvci;
import it.dgc.generation.issuance.Language;
import tools.jackson.databind.json.JsonMapper;

/** Messages and the records they come from, of persons who do not exist. */
final class Letters {

    static final URI PORTAL = URI.create("https://www.dgc.gov.it");
    static final AuthCode CODE = AuthCode.derive(new byte[]{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});

    private Letters() {}

    static Uvci uvci(int number) {
        return Uvci.derive(ByteBuffer.allocate(16).putInt(number).array());
    }

    static HolderMessage to(String address, Language language) {
        return new HolderMessage("0123456789abcdef0123456789abcdef.email", address, language, "MA*S",
                new HolderMessage.Available(CODE));
    }

    /** @return a record as the register keeps it; {@code null} stands for what is absent */
    static String record(String email, String mobile, Language language, String givenName, String familyName) {
        Map<String, Object> fields = new HashMap<>(Map.of("cuev", "ABCDE1234E", "fiscalCode", "RSSMRA80A01H501U",
                "familyName", familyName, "givenName", givenName, "birthDate", "1980-01-01", "doctor",
                "MRARSS75P14H501I", "category", "MMG", "validFrom", "2022-01-10", "reportedAt", "2022-01-09T10:00:00Z",
                "language", language.name()));
        if (email != null) {
            fields.put("email", email);
        }
        if (mobile != null) {
            fields.put("mobile", mobile);
        }
        return JsonMapper.shared().writeValueAsString(fields);
    }

    static String record(String email, String mobile) {
        return record(email, mobile, Language.IT, "Canarina", "Provetti");
    }
}
