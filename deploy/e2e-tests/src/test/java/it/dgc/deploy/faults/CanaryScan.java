package it.dgc.deploy.faults;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Looks for canaries as they are, in capitals, in Base64 at any offset, in hexadecimal digits, escaped, in two bytes a letter. */
final class CanaryScan {

    private static final int BASE64_GROUP = 3;

    private final List<String> patterns;

    CanaryScan(List<String> canaries) {
        this.patterns = canaries.stream().flatMap(CanaryScan::forms).distinct().toList();
    }

    /** @return where one was found: the file, and which of the patterns by its number, for the pattern is personal */
    List<String> hits(Path file) throws IOException {
        String content = Files.readString(file, ISO_8859_1);
        List<String> hits = new ArrayList<>();
        for (int nth = 0; nth < patterns.size(); nth++) {
            if (content.contains(patterns.get(nth))) {
                hits.add(file + " has pattern " + nth + " (" + patterns.get(nth) + ')');
            }
        }
        return hits;
    }

    private static Stream<String> forms(String canary) {
        byte[] bytes = canary.getBytes(UTF_8);
        Stream<String> plain = Stream.of(canary, canary.toUpperCase(Locale.ROOT), canary.toLowerCase(Locale.ROOT),
                URLEncoder.encode(canary, UTF_8), HexFormat.of().formatHex(bytes),
                HexFormat.of().withUpperCase().formatHex(bytes), new String(canary.getBytes(UTF_16BE), ISO_8859_1));
        return Stream.concat(plain, Stream.of(0, 1, 2).map(offset -> base64(bytes, offset)));
    }

    /** The characters that do not depend on what stands before and after. */
    private static String base64(byte[] bytes, int offset) {
        byte[] shifted = new byte[bytes.length + offset];
        System.arraycopy(bytes, 0, shifted, offset, bytes.length);
        String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int from = offset == 0 ? 0 : offset + 1;
        int to = text.length() - (shifted.length % BASE64_GROUP == 0 ? 0 : 1);
        return text.substring(from, to);
    }
}
