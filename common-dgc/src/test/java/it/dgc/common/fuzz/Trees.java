package it.dgc.common.fuzz;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Compares and measures the trees that the CBOR reader makes; byte strings by content, maps in their order. */
final class Trees {

    private Trees() {}

    static boolean same(Object one, Object other) {
        return switch (one) {
            case byte[] bytes -> other instanceof byte[] more && Arrays.equals(bytes, more);
            case List<?> list -> other instanceof List<?> more && sameInOrder(list, more);
            case Map<?, ?> map -> other instanceof Map<?, ?> more && sameInOrder(map.keySet(), more.keySet())
                    && sameInOrder(map.values(), more.values());
            case null, default -> Objects.equals(one, other);
        };
    }

    private static boolean sameInOrder(Iterable<?> one, Iterable<?> other) {
        Iterator<?> more = other.iterator();
        for (Object value : one) {
            if (!more.hasNext() || !same(value, more.next())) {
                return false;
            }
        }
        return !more.hasNext();
    }

    /** @return values in the tree, keys of maps among them */
    static int size(Object tree) {
        return switch (tree) {
            case List<?> list -> 1 + list.stream().mapToInt(Trees::size).sum();
            case Map<?, ?> map -> 1 + map.size() + map.values().stream().mapToInt(Trees::size).sum();
            case null, default -> 1;
        };
    }

    /** @return levels of lists and maps */
    static int depth(Object tree) {
        return switch (tree) {
            case List<?> list -> 1 + list.stream().mapToInt(Trees::depth).max().orElse(0);
            case Map<?, ?> map -> 1 + map.values().stream().mapToInt(Trees::depth).max().orElse(0);
            case null, default -> 0;
        };
    }
}
