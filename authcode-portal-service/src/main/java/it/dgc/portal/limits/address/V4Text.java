package it.dgc.portal.limits.address;

import java.util.Optional;
import java.util.regex.Pattern;

/** Dotted decimal (RFC 6943, section 3.1.1, strict form): four numbers to 255 without leading zeros. */
final class V4Text {

    private static final String NUMBER = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern FORM = Pattern.compile(NUMBER + "(\\." + NUMBER + "){3}");

    private V4Text() {}

    static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    static Optional<byte[]> bytes(String text) {
        return isValid(text) ? Optional.of(valid(text)) : Optional.empty();
    }

    private static byte[] valid(String text) {
        String[] numbers = text.split("\\.");
        byte[] bytes = new byte[numbers.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(numbers[i]);
        }
        return bytes;
    }
}
