package it.dgc.portal.captcha;

import java.nio.ByteBuffer;
import java.util.Locale;

import it.dgc.portal.captcha.senses.DigitPicture;
import it.dgc.portal.captcha.senses.DigitSpeech;
import it.dgc.portal.limits.keys.KeyedHash;

/**
 * Codes to type, derived from their ids: every instance can show and speak each of them, and none is kept anywhere. Picture and
 * sound of an id never change, so that asking again shows nothing new.
 */
final class TypedCodes {

    /** 117,649 codes, and one try each. */
    static final int DIGITS = 6;
    /** 2 to 8: 0 and 1 pass for letters and 1 for 7; 9 looks like 6 when turned, and in English sounds like 5. */
    private static final int LOWEST = 2;
    private static final int CHOICES = 7;

    private final KeyedHash hash;
    private final DigitPicture pictures;
    private final DigitSpeech speech;

    TypedCodes(KeyedHash hash, DigitPicture pictures, DigitSpeech speech) {
        this.hash = hash;
        this.pictures = pictures;
        this.speech = speech;
    }

    String code(String id) {
        ByteBuffer random = ByteBuffer.wrap(hash.bytes("captcha.code", id));
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < DIGITS; i++) {
            code.append(LOWEST + Integer.remainderUnsigned(random.getInt(), CHOICES));
        }
        return code.toString();
    }

    byte[] picture(String id) {
        return pictures.png(code(id), seed("captcha.picture", id));
    }

    byte[] sound(String id, Locale language) {
        return speech.wav(code(id), language, seed("captcha.sound", id));
    }

    private long seed(String purpose, String id) {
        return ByteBuffer.wrap(hash.bytes(purpose, id)).getLong();
    }
}
