package it.dgc.common.hcert.cbor;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Optional;

import co.nstant.in.cbor.CborDecoder;
import co.nstant.in.cbor.CborEncoder;
import co.nstant.in.cbor.CborException;
import co.nstant.in.cbor.model.DataItem;

/** Reads and writes one CBOR data item (RFC 8949); maps keep the order in which they are given. */
public final class Cbor {

    private Cbor() {}

    /**
     * Reads bytes which hold exactly one item, of definite or indefinite lengths (RFC 8949, section 3).
     *
     * @param bytes untrusted bytes
     * @return the item; empty where the bytes are not well-formed, nest deeper than {@value StructureScan#MAX_DEPTH}
     *         levels, go on after the item, hold a label twice, a label that is neither integer nor text, an integer of
     *         more than 64 bits with sign, a simple value other than false, true, null and undefined (read as null), or
     *         one of these under a tag
     */
    public static Optional<CborItem> read(byte[] bytes) {
        // The library allocates and recurses as the input says, so the structure is checked before it sees a byte.
        if (!new StructureScan(bytes).isOneItem()) {
            return Optional.empty();
        }
        try {
            DataItem item = decoder(bytes).decodeNext();
            return Optional.of(new CborItem(TreeReader.tags(item), TreeReader.tree(item)));
        } catch (CborException malformed) {
            return Optional.empty();
        }
    }

    /**
     * Writes a tree with definite lengths and shortest integers, floats as doubles.
     *
     * @param tree plain values, see the package; {@code Integer} is written as {@code Long} is
     * @return the bytes
     * @throws IllegalArgumentException where the tree holds a value of another type
     */
    public static byte[] write(Object tree) {
        return bytes(TreeWriter.item(tree));
    }

    /**
     * Writes a tree under one tag (RFC 8949, section 3.4).
     *
     * @param tag the tag's number
     * @param tree plain values, see the package
     * @return the bytes
     * @throws IllegalArgumentException where the tree holds a value of another type
     */
    public static byte[] write(long tag, Object tree) {
        DataItem item = TreeWriter.item(tree);
        item.setTag(tag);
        return bytes(item);
    }

    private static CborDecoder decoder(byte[] bytes) {
        CborDecoder decoder = new CborDecoder(new ByteArrayInputStream(bytes));
        decoder.setRejectDuplicateKeys(true);
        decoder.setAutoDecodeRationalNumbers(false);
        decoder.setAutoDecodeLanguageTaggedStrings(false);
        return decoder;
    }

    private static byte[] bytes(DataItem item) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new CborEncoder(out).nonCanonical().encode(item);
        } catch (CborException impossible) {
            throw new IllegalStateException("writing to memory failed", impossible);
        }
        return out.toByteArray();
    }
}
