package it.dgc.portal.captcha.senses;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/**
 * Speaks digits one by one, slowly, from the vendored words (SOURCE.md beside them says where they are from): each a little
 * faster or slower, after a pause that varies, over a faint hiss. What people could not follow would shut them out, so that is all.
 */
public final class DigitSpeech {

    /** Languages of the portal; the first speaks for every other. */
    private static final List<String> LANGUAGES = List.of("it", "en", "de", "fr");
    private static final char LOWEST = '2';
    private static final char HIGHEST = '8';
    /** Samples a second. */
    private static final int RATE = 16_000;
    private static final AudioFormat FORMAT = new AudioFormat(RATE, Short.SIZE, 1, true, false);
    private static final double SHORTEST_PAUSE = 0.55;
    private static final double LONGEST_PAUSE = 0.95;
    private static final double SLOWEST = 0.94;
    private static final double FASTEST = 1.05;
    /** Of 32,767: some 40 dB below the words. */
    private static final double HISS = 90;

    private final Map<String, short[]> words;

    private DigitSpeech(Map<String, short[]> words) {
        this.words = words;
    }

    /** @throws IllegalStateException if a word is missing, or is no such sound */
    public static DigitSpeech load() {
        Map<String, short[]> words = new HashMap<>();
        for (String language : LANGUAGES) {
            for (char digit = LOWEST; digit <= HIGHEST; digit++) {
                String name = name(language, digit);
                words.put(name, samples(name));
            }
        }
        return new DigitSpeech(words);
    }

    /**
     * @param digits of {@code 2-8}
     * @param language Italian is spoken where it is none of the four
     * @param seed of all that is left to chance
     * @return a WAV, 16 kHz, 16 bit, mono; always the same for the same digits, language and seed
     */
    public byte[] wav(String digits, Locale language, long seed) {
        String spoken = LANGUAGES.contains(language.getLanguage()) ? language.getLanguage() : LANGUAGES.getFirst();
        Random random = new Random(seed);
        ByteArrayOutputStream sound = new ByteArrayOutputStream();
        pause(sound, random);
        for (char digit : digits.toCharArray()) {
            speak(sound, words.get(name(spoken, digit)), random);
            pause(sound, random);
        }
        return wav(sound.toByteArray());
    }

    private static void speak(ByteArrayOutputStream sound, short[] word, Random random) {
        double speed = between(random, SLOWEST, FASTEST);
        double loudness = between(random, 0.85, 1);
        for (double at = 0; at < word.length - 1; at += speed) {
            int before = (int) at;
            double value = word[before] + (at - before) * (word[before + 1] - word[before]);
            write(sound, value * loudness, random);
        }
    }

    private static void pause(ByteArrayOutputStream sound, Random random) {
        for (int left = (int) (RATE * between(random, SHORTEST_PAUSE, LONGEST_PAUSE)); left > 0; left--) {
            write(sound, 0, random);
        }
    }

    private static void write(ByteArrayOutputStream sound, double value, Random random) {
        int sample = (int) Math.clamp(value + random.nextGaussian() * HISS, Short.MIN_VALUE, Short.MAX_VALUE);
        sound.write(sample);
        sound.write(sample >> Byte.SIZE);
    }

    private static double between(Random random, double low, double high) {
        return low + random.nextDouble() * (high - low);
    }

    private static String name(String language, char digit) {
        return language + '-' + digit + ".wav";
    }

    private static short[] samples(String name) {
        try (InputStream resource = new BufferedInputStream(DigitSpeech.class.getResourceAsStream(name));
                AudioInputStream sound = AudioSystem.getAudioInputStream(resource)) {
            if (!sound.getFormat().matches(FORMAT)) {
                throw new IllegalStateException(name + " is not 16 kHz, 16 bit, mono");
            }
            byte[] bytes = sound.readAllBytes();
            short[] samples = new short[bytes.length / Short.BYTES];
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
            return samples;
        } catch (UnsupportedAudioFileException e) {
            throw new IllegalStateException(name + " is no sound", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] wav(byte[] samples) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (AudioInputStream sound = new AudioInputStream(new ByteArrayInputStream(samples), FORMAT,
                samples.length / Short.BYTES)) {
            AudioSystem.write(sound, AudioFileFormat.Type.WAVE, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
