package it.dgc.common.hcert;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The members of one JSON object of a DCC (DCC JSON schema 1.3.0), in the order in which they are written. It cannot be changed, and
 * takes no more memory than its values: the names are shared by all objects of their kind.
 */
public final class DccObject extends AbstractMap<String, Object> {

    private final List<String> names;
    private final Object[] values;
    private final int size;

    private DccObject(List<String> names, Object[] values) {
        this.names = names;
        this.values = values;
        int present = 0;
        for (Object value : values) {
            present += value == null ? 0 : 1;
        }
        this.size = present;
    }

    /**
     * @param names of the members that such an object may have, each once, in their order; not copied
     * @param values of these, in the same order; {@code null} where a member is absent; an array that is handed in is not copied
     * @return the object
     * @throws IllegalArgumentException if there are not as many values as names
     */
    public static DccObject of(List<String> names, Object... values) {
        if (names.size() != values.length) {
            throw new IllegalArgumentException("Each of the " + names.size() + " members needs a value or null");
        }
        return new DccObject(names, values);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Object get(Object name) {
        for (int i = 0; i < values.length; i++) {
            if (names.get(i).equals(name)) {
                return values[i];
            }
        }
        return null;
    }

    @Override
    public boolean containsKey(Object name) {
        return get(name) != null;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Object> action) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                action.accept(names.get(i), values[i]);
            }
        }
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        List<Map.Entry<String, Object>> entries = new ArrayList<>(size);
        forEach((name, value) -> entries.add(Map.entry(name, value)));
        return new AbstractSet<>() {

            @Override
            public Iterator<Map.Entry<String, Object>> iterator() {
                return List.copyOf(entries).iterator();
            }

            @Override
            public int size() {
                return entries.size();
            }
        };
    }

    /** @return how many members there are; what they hold is personal */
    @Override
    public String toString() {
        return "DccObject[" + size + " members]";
    }
}
