package it.dgc.common.hcert.cbor;

import java.util.List;
import java.util.Map;

/** From plain values to bytes, as {@link TreeWriter} does it by way of the library's items. */
final class TreeStream {

    private TreeStream() {}

    static void write(CborWriter out, Object tree) {
        switch (tree) {
            case null -> out.nothing();
            case String text -> out.text(text);
            case Long number -> out.integer(number);
            case Integer number -> out.integer(number);
            case byte[] bytes -> out.bytes(bytes);
            case List<?> list -> array(out, list);
            case Map<?, ?> map -> map(out, map);
            case Boolean value -> out.truth(value);
            case Double number -> out.floating(number);
            default -> throw foreign(tree);
        }
    }

    private static void array(CborWriter out, List<?> list) {
        out.array(list.size());
        for (Object value : list) {
            write(out, value);
        }
    }

    private static void map(CborWriter out, Map<?, ?> map) {
        out.map(map.size());
        map.forEach((key, value) -> {
            out.text(label(key));
            write(out, value);
        });
    }

    /** Labels of one type cannot be equal on the wire and different in Java, as the numbers 1 and 1L would be. */
    private static String label(Object key) {
        if (key instanceof String text) {
            return text;
        }
        throw foreign(key);
    }

    private static IllegalArgumentException foreign(Object value) {
        return new IllegalArgumentException("no CBOR form for " + (value == null ? "null" : value.getClass()));
    }
}
