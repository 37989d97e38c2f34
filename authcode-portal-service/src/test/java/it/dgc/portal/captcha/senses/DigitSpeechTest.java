package it.dgc.portal.captcha.senses;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.Locale;

import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DigitSpeechTest {

    private static final int RATE = 16_000;
    /** Loudness, root mean square of a hundredth of a second, that only words have. */
    private static final double VOICE = 400;

    private final DigitSpeech speech = DigitSpeech.load();

    @ParameterizedTest
    @ValueSource(strings = {"it", "en", "de", "fr"})
    @DisplayName("six words with a pause before, between and after them, in each language")
    void speaksEachDigitByItself(String language) throws IOException, UnsupportedAudioFileException {
        for (String digits : new String[]{"234567", "888888", "765432", "228344"}) {
            assertThat(words(speech.wav(digits, Locale.of(language), 7))).isEqualTo(6);
        }
    }

    @Test
    void dependsOnDigitsLanguageAndSeedAlone() {
        byte[] wav = speech.wav("234567", Locale.ITALIAN, 1);
        assertThat(DigitSpeech.load().wav("234567", Locale.ITALY, 1)).isEqualTo(wav);
        assertThat(speech.wav("234567", Locale.ITALIAN, 2)).isNotEqualTo(wav);
        assertThat(speech.wav("234568", Locale.ITALIAN, 1)).isNotEqualTo(wav);
        assertThat(speech.wav("234567", Locale.FRENCH, 1)).isNotEqualTo(wav);
    }

    @Test
    void speaksItalianToEverybodyElse() {
        assertThat(speech.wav("234567", Locale.JAPANESE, 1)).isEqualTo(speech.wav("234567", Locale.ITALIAN, 1));
    }

    /** Words are apart by at least three tenths of a second; no word has a silence that long. */
    private static int words(byte[] wav) throws IOException, UnsupportedAudioFileException {
        ShortBuffer samples = samples(wav);
        int words = 0;
        int quiet = Integer.MAX_VALUE / 2;
        for (int at = 0; at + RATE / 100 <= samples.limit(); at += RATE / 100) {
            boolean voice = loudness(samples, at) > VOICE;
            words += voice && quiet >= 30 ? 1 : 0;
            quiet = voice ? 0 : quiet + 1;
        }
        assertThat(quiet).isGreaterThanOrEqualTo(30);
        return words;
    }

    private static double loudness(ShortBuffer samples, int from) {
        double sum = 0;
        for (int i = from; i < from + RATE / 100; i++) {
            sum += (double) samples.get(i) * samples.get(i);
        }
        return Math.sqrt(sum / (RATE / 100));
    }

    private static ShortBuffer samples(byte[] wav) throws IOException, UnsupportedAudioFileException {
        try (AudioInputStream sound = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav))) {
            assertThat(sound.getFormat().getSampleRate()).isEqualTo(RATE);
            return ByteBuffer.wrap(sound.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        }
    }
}
