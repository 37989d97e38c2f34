package it.dgc.common.hcert.cbor;

import java.util.List;
import java.util.Map;

import co.nstant.in.cbor.model.Array;
import co.nstant.in.cbor.model.ByteString;
import co.nstant.in.cbor.model.DataItem;
import co.nstant.in.cbor.model.DoublePrecisionFloat;
import co.nstant.in.cbor.model.NegativeInteger;
import co.nstant.in.cbor.model.SimpleValue;
import co.nstant.in.cbor.model.SimpleValueType;
import co.nstant.in.cbor.model.UnicodeString;
import co.nstant.in.cbor.model.UnsignedInteger;

/** From plain values to the library's items. */
final class TreeWriter {

    private TreeWriter() {}

    static DataItem item(Object tree) {
        return switch (tree) {
            case null -> simple(SimpleValueType.NULL);
            case String text -> new UnicodeString(text);
            case Long number -> integer(number);
            case Integer number -> integer(number);
            case byte[] bytes -> new ByteString(bytes);
            case List<?> list -> array(list);
            case Map<?, ?> map -> map(map);
            case Boolean value -> simple(value ? SimpleValueType.TRUE : SimpleValueType.FALSE);
            case Double number -> new DoublePrecisionFloat(number);
            default -> throw new IllegalArgumentException("no CBOR form for " + tree.getClass());
        };
    }

    /** An instance of its own: a tag may be put on it, which on the library's shared one would stay. */
    private static DataItem simple(SimpleValueType type) {
        return new SimpleValue(type);
    }

    private static DataItem integer(long number) {
        return number < 0 ? new NegativeInteger(number) : new UnsignedInteger(number);
    }

    private static DataItem array(List<?> list) {
        Array array = new Array(list.size());
        list.forEach(value -> array.add(item(value)));
        return array;
    }

    private static DataItem map(Map<?, ?> map) {
        co.nstant.in.cbor.model.Map items = new co.nstant.in.cbor.model.Map(map.size());
        map.forEach((key, value) -> items.put(item(key), item(value)));
        return items;
    }
}
