package it.dgc.portal.pages.forms;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import jakarta.servlet.http.HttpServletRequest;

/** What was typed into a form, and what is to be mended in it: fields in their order, each with the key of its message. */
public final class Entries {

    private final Map<String, String> typed;
    private final Map<String, String> faults = new LinkedHashMap<>();

    private Entries(Map<String, String> typed) {
        this.typed = typed;
    }

    static Entries none() {
        return new Entries(Map.of());
    }

    /** Of a field that came twice, the first. */
    static Entries of(HttpServletRequest request) {
        Map<String, String> typed = new LinkedHashMap<>();
        request.getParameterMap().forEach((field, values) -> typed.put(field, values[0].strip()));
        return new Entries(typed);
    }

    /** @return what is in a field; never {@code null} */
    public String text(String field) {
        return typed.getOrDefault(field, "");
    }

    /** @return the key of what is to be mended in a field, or {@code null} */
    public String fault(String field) {
        return faults.get(field);
    }

    /** @return all that is to be mended */
    public Map<String, String> faults() {
        return new LinkedHashMap<>(faults);
    }

    /** @return what the reader makes of a field; what it cannot read is a fault */
    <T> Optional<T> read(String field, Function<String, Optional<T>> reader) {
        Optional<T> read = reader.apply(text(field));
        if (read.isEmpty()) {
            mend(field, text(field).isEmpty() ? "missing" : "invalid");
        }
        return read;
    }

    void mend(String field, String why) {
        faults.put(field, "field." + field + "." + why);
    }

    /** @return whether nothing is to be mended */
    public boolean isSound() {
        return faults.isEmpty();
    }

    /** Equal, but for fields that are to be typed again. */
    Entries without(Set<String> fields) {
        Map<String, String> kept = new LinkedHashMap<>(typed);
        kept.keySet().removeAll(fields);
        Entries others = new Entries(kept);
        others.faults.putAll(faults);
        return others;
    }

    @Override
    public String toString() {
        return "Entries[masked]";
    }
}
