package it.dgc.generation.intake;

/** How deep brackets are nested, without parsing. */
final class JsonDepth {

    private JsonDepth() {}

    /** @return whether more than {@code limit} brackets are open at once, outside strings */
    static boolean exceeds(byte[] json, int limit) {
        int depth = 0;
        boolean inString = false;
        for (int i = 0; i < json.length; i++) {
            byte c = json[i];
            if (inString) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    inString = false;
                }
            } else if (c == '"') {
                inString = true;
            } else if (c == '[' || c == '{') {
                if (++depth > limit) {
                    return true;
                }
            } else if (c == ']' || c == '}') {
                depth--;
            }
        }
        return false;
    }
}
