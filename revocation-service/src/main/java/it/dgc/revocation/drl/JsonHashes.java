package it.dgc.revocation.drl;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import it.dgc.revocation.drl.hashes.RevokedHash;

/** Writes arrays of hashes as JSON, without a string for each. */
final class JsonHashes {

    /** Bytes of a hash in an array: Base64, two quotation marks, a comma. */
    private static final int EACH = 47;

    private final byte[] text;
    private final byte[] hash = new byte[RevokedHash.BYTES];
    private int length;

    private JsonHashes(int size) {
        text = new byte[size];
    }

    static byte[] array(List<RevokedHash> hashes) {
        JsonHashes json = new JsonHashes(hashes.size() * EACH + 2);
        json.add(hashes);
        return json.done();
    }

    /** Both arrays are always there, though they may be empty (I8). */
    static byte[] delta(List<RevokedHash> insertions, List<RevokedHash> deletions) {
        JsonHashes json = new JsonHashes((insertions.size() + deletions.size()) * EACH + 64);
        json.add("{\"insertions\":");
        json.add(insertions);
        json.add(",\"deletions\":");
        json.add(deletions);
        json.add("}");
        return json.done();
    }

    private void add(List<RevokedHash> hashes) {
        String separator = "[";
        for (RevokedHash each : hashes) {
            add(separator);
            add("\"");
            each.write(hash, 0);
            byte[] base64 = Base64.getEncoder().encode(hash);
            System.arraycopy(base64, 0, text, length, base64.length);
            length += base64.length;
            add("\"");
            separator = ",";
        }
        add(hashes.isEmpty() ? "[]" : "]");
    }

    @SuppressWarnings("deprecation") // the one that copies ASCII without a second array
    private void add(String ascii) {
        ascii.getBytes(0, ascii.length(), text, length);
        length += ascii.length();
    }

    private byte[] done() {
        return length == text.length ? text : Arrays.copyOf(text, length);
    }
}
