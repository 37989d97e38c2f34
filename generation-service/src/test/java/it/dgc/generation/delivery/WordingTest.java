package it.dgc.generation.delivery;

import java.net.URI;
import java.time.LocalDate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import it.dgc.common.person.PersonName;
import it.dgc.generation.issuance.Language;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The words of the messages")
class WordingTest {

    /** What tells what kind of certificate it is, or why, in any of the languages. */
    private static final Pattern TELLING = Pattern.compile("\\besen|esoner|exempt|exonér|dispens|befrei|vaccin|impf"
            + "|medic|médec|arzt|ärzt|doctor|dottor|covid|sars|malatt|disease|krank|malad|health|salute|sanit|gesund"
            + "|santé|minister|hospital|ospedal", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** The official names of the one document that must be named. */
    private static final Pattern CARD = Pattern.compile("Tessera Sanitaria|health card|Gesundheitskarte"
            + "|carte sanitaire");
    /** 3GPP TS 23.038, section 6.2.1: the characters that take one place each, but for the Greek capitals. */
    private static final String GSM_7 = "@£$¥èéùìòÇ\nØø\rÅå_ÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
            + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final int ONE_SEGMENT = 160;
    /** Two letters, asterisk, one letter: no name is masked to more. */
    private static final String LONGEST_NAME = PersonName.masked(new PersonName("WILHELMINE"),
            new PersonName("WITTGENSTEIN"));

    @ParameterizedTest
    @EnumSource(Language.class)
    @DisplayName("architecture D14: nothing tells what kind of certificate it is")
    void tellsNothing(Language language) {
        Wording wording = Wording.in(language);
        HolderMessage message = message(language);
        HolderMessage notice = notice(language);
        String all = wording.subject(message) + wording.letter(message, Letters.PORTAL)
                + wording.shortMessage(message, Letters.PORTAL) + wording.subject(notice)
                + wording.letter(notice, Letters.PORTAL) + wording.shortMessage(notice, Letters.PORTAL);
        assertThat(CARD.matcher(all).replaceAll("")).doesNotContainPattern(TELLING);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    @DisplayName("channels 2.1: masked name, AUTHCODE, where to use it, and the card that belongs to it")
    void tellsWhatTheHolderNeeds(Language language) {
        HolderMessage message = message(language);
        Wording wording = Wording.in(language);
        assertThat(wording.letter(message, Letters.PORTAL))
                .contains(LONGEST_NAME, "AUTHCODE", Letters.CODE.value(), "https://www.dgc.gov.it\n")
                .containsPattern(CARD);
        assertThat(wording.shortMessage(message, Letters.PORTAL))
                .contains(LONGEST_NAME, "AUTHCODE " + Letters.CODE.value(), " www.dgc.gov.it").containsPattern(CARD);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    @DisplayName("of a recovery: masked name, day, and whom to call; never the code")
    void tellsOfARecoveryWithoutWhatItGave(Language language) {
        HolderMessage notice = notice(language);
        Wording wording = Wording.in(language);
        assertThat(wording.letter(notice, Letters.PORTAL)).contains(LONGEST_NAME, "31.01.2022", "1500",
                Letters.PORTAL.toString());
        assertThat(wording.shortMessage(notice, Letters.PORTAL)).contains(LONGEST_NAME, "31.01.2022", "1500");
        assertThat(wording.letter(notice, Letters.PORTAL)).doesNotContain(Letters.CODE.value(), "AUTHCODE");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    @DisplayName("an SMS is one segment: 160 characters of the GSM alphabet, up to 41 of them the portal's")
    void fitsIntoOneSegment(Language language) {
        String text = Wording.in(language).shortMessage(message(language), URI.create("https://" + "p".repeat(41)));
        assertIsOneSegment(text);
        assertIsOneSegment(Wording.in(language).shortMessage(notice(language), Letters.PORTAL));
    }

    private static void assertIsOneSegment(String text) {
        assertThat(text).hasSizeLessThanOrEqualTo(ONE_SEGMENT);
        assertThat(text.chars().allMatch(c -> GSM_7.indexOf(c) >= 0)).as(text).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void putsNoCodeIntoALink(Language language) {
        assertThat(Wording.in(language).letter(message(language), Letters.PORTAL).lines()
                .filter(line -> line.contains("http"))).isNotEmpty().noneMatch(
                        line -> line.contains(Letters.CODE.value()));
    }

    @Test
    void differsByLanguage() {
        assertThat(Stream.of(Language.values()).flatMap(language -> Stream.of(message(language), notice(language))
                .map(message -> Wording.in(language).subject(message)))).doesNotHaveDuplicates()
                .hasSize(2 * Wording.values().length);
    }

    private static HolderMessage notice(Language language) {
        return new HolderMessage("key", "to", language, LONGEST_NAME,
                new HolderMessage.Recovered(LocalDate.of(2022, 1, 31)));
    }

    private static HolderMessage message(Language language) {
        return new HolderMessage("key", "to", language, LONGEST_NAME,
                new HolderMessage.Available(Letters.CODE));
    }
}
