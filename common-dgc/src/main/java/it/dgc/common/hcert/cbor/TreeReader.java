package it.dgc.common.hcert.cbor;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;

import co.nstant.in.cbor.CborException;
import co.nstant.in.cbor.model.AbstractFloat;
import co.nstant.in.cbor.model.Array;
import co.nstant.in.cbor.model.ByteString;
import co.nstant.in.cbor.model.DataItem;
import co.nstant.in.cbor.model.DoublePrecisionFloat;
import co.nstant.in.cbor.model.Map;
import co.nstant.in.cbor.model.Number;
import co.nstant.in.cbor.model.SimpleValue;
import co.nstant.in.cbor.model.Special;
import co.nstant.in.cbor.model.UnicodeString;

/** From the library's items to plain values. */
final class TreeReader {

    private static final int LONG_BITS = 63;

    private TreeReader() {}

    static List<Long> tags(DataItem item) {
        List<Long> tags = new ArrayList<>();
        for (DataItem tagged = item; tagged.hasTag(); tagged = tagged.getTag()) {
            tags.addFirst(tagged.getTag().getValue());
        }
        return tags;
    }

    static Object tree(DataItem item) throws CborException {
        return switch (item) {
            case Number number -> integer(number.getValue());
            case UnicodeString text -> text.getString();
            case ByteString bytes -> bytes.getBytes();
            case Array array -> list(array);
            case Map map -> map(map);
            case DoublePrecisionFloat number -> number.getValue();
            case AbstractFloat number -> (double) number.getValue();
            case SimpleValue value -> simple(value);
            default -> throw new CborException("an item of a kind that HCERT does not use");
        };
    }

    private static Long integer(BigInteger value) throws CborException {
        if (value.bitLength() > LONG_BITS) {
            throw new CborException("an integer that is too long");
        }
        return value.longValue();
    }

    private static List<Object> list(Array array) throws CborException {
        List<Object> list = new ArrayList<>();
        for (DataItem item : array.getDataItems()) {
            // The library leaves the break in an array of indefinite length.
            if (!Special.BREAK.equals(item)) {
                list.add(tree(item));
            }
        }
        return Collections.unmodifiableList(list);
    }

    private static java.util.Map<Object, Object> map(Map map) throws CborException {
        java.util.Map<Object, Object> tree = new LinkedHashMap<>();
        for (DataItem key : map.getKeys()) {
            Object label = label(key);
            // Labels that differ in a tag only are the same label here.
            if (tree.containsKey(label)) {
                throw new CborException("a label that stands twice");
            }
            tree.put(label, tree(map.get(key)));
        }
        return Collections.unmodifiableMap(tree);
    }

    private static Object label(DataItem key) throws CborException {
        return switch (key) {
            case Number number -> integer(number.getValue());
            case UnicodeString text -> text.getString();
            default -> throw new CborException("a label that is neither integer nor text");
        };
    }

    private static Object simple(SimpleValue value) throws CborException {
        return switch (value.getSimpleValueType()) {
            case TRUE -> Boolean.TRUE;
            case FALSE -> Boolean.FALSE;
            case NULL, UNDEFINED -> null;
            default -> throw new CborException("a simple value without meaning");
        };
    }
}
