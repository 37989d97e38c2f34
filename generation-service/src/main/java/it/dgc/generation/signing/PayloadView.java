package it.dgc.generation.signing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import it.dgc.common.hcert.HcertClaims;

/** The payload as the checker reads it; exists only where the structure is exactly the one that is issued. */
final class PayloadView {

    private static final Set<String> ROOT = Set.of("nam", "ver", "e", "dob");
    private static final Set<String> NAMES = Set.of("fnt", "fn", "gnt", "gn");
    private static final Set<String> ENTRY = Set.of("fc", "co", "ci", "cu", "is", "tg", "df", "ds");
    private static final String OPTIONAL_END = "du";
    private static final int DATE_LENGTH = "yyyy-MM-dd".length();

    private final Instant issuedAt;
    private final Map<String, String> names;
    private final Map<String, String> fields;

    private PayloadView(Instant issuedAt, Map<String, String> names, Map<String, String> fields) {
        this.issuedAt = issuedAt;
        this.names = names;
        this.fields = fields;
    }

    static Optional<PayloadView> of(HcertClaims claims) {
        Map<String, Object> dcc = claims.dcc();
        if (!dcc.keySet().equals(ROOT) || !(dcc.get("nam") instanceof Map<?, ?> nam)
                || !(dcc.get("e") instanceof List<?> entries) || entries.size() != 1
                || !(entries.getFirst() instanceof Map<?, ?> entry)) {
            return Optional.empty();
        }
        Map<String, String> names = texts(nam);
        Map<String, String> fields = texts(entry);
        boolean complete = names.keySet().equals(NAMES) && withoutOptional(fields).equals(ENTRY)
                && dcc.get("ver") instanceof String && dcc.get("dob") instanceof String
                && names.size() == nam.size() && fields.size() == entry.size();
        if (!complete) {
            return Optional.empty();
        }
        fields.put("ver", (String) dcc.get("ver"));
        fields.put("dob", (String) dcc.get("dob"));
        return Optional.of(new PayloadView(claims.issuedAt(), names, fields));
    }

    Instant issuedAt() {
        return issuedAt;
    }

    String name(String key) {
        return names.get(key);
    }

    boolean has(String key) {
        return fields.containsKey(key);
    }

    String text(String key) {
        return fields.get(key);
    }

    /** @return the field as a full date; empty where it is absent or anything else */
    Optional<LocalDate> date(String key) {
        String text = fields.get(key);
        if (text == null || text.length() != DATE_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> texts(Map<?, ?> map) {
        Map<String, String> texts = new HashMap<>();
        map.forEach((key, value) -> {
            if (key instanceof String name && value instanceof String text) {
                texts.put(name, text);
            }
        });
        return texts;
    }

    private static Set<String> withoutOptional(Map<String, String> fields) {
        Map<String, String> mandatory = new HashMap<>(fields);
        mandatory.remove(OPTIONAL_END);
        return mandatory.keySet();
    }
}
