package it.dgc.common.hcert.cbor;

import java.util.List;

/**
 * One decoded data item (RFC 8949, section 3).
 *
 * @param tags the tags around the whole item, outermost first; tags further in are dropped, for HCERT gives them no
 *        meaning
 * @param value the tree, see the package
 */
public record CborItem(List<Long> tags, Object value) {

    /** Keeps its own copy of the tags. */
    public CborItem {
        tags = List.copyOf(tags);
    }

    /** @return the tags only; the value may be personal */
    @Override
    public String toString() {
        return "CborItem[tags=" + tags + "]";
    }
}
