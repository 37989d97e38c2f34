package it.dgc.generation.delivery;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import it.dgc.generation.issuance.Language;
import it.dgc.generation.registry.Channel;
import it.dgc.generation.registry.DueDelivery;
import it.dgc.generation.registry.Notice;
import it.dgc.generation.secrets.Secrets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A message is made of what the register holds")
class MessageComposerTest {

    private static final String BOTH = Letters.record("maria@example.org", "+393331234567");

    @TempDir
    private Path directory;
    private Secrets secrets;
    private MessageComposer composer;

    @BeforeEach
    void open() {
        secrets = Secrets.loadOrCreate(directory);
        composer = new MessageComposer(secrets);
    }

    @Test
    void goesToTheAddressOfItsChannelWithTheDerivedCode() {
        assertThat(compose(1, Channel.EMAIL, BOTH).to()).isEqualTo("maria@example.org");
        assertThat(compose(1, Channel.SMS, BOTH).to()).isEqualTo("+393331234567");
        assertThat(compose(1, Channel.SMS, BOTH).news())
                .isEqualTo(new HolderMessage.Available(secrets.codes().authCode(Letters.uvci(1))));
    }

    @ParameterizedTest
    @CsvSource({"EMAIL,,+393331234567", "SMS,maria@example.org,"})
    void isNoneWithoutAnAddress(Channel channel, String email, String mobile) {
        assertThat(composer.compose(new DueDelivery(Letters.uvci(1), channel, 0, Letters.record(email, mobile))))
                .isEmpty();
    }

    @Test
    @DisplayName("the key is the same for each repetition, also after a restart, and another for each message")
    void hasAKeyOfItsOwn() {
        HolderMessage first = compose(1, Channel.EMAIL, BOTH);
        HolderMessage again = new MessageComposer(Secrets.load(directory))
                .compose(new DueDelivery(Letters.uvci(1), Channel.EMAIL, 7, BOTH)).orElseThrow();
        assertThat(again).isEqualTo(first);
        assertThat(first.key()).matches("[0-9a-f]{32}\\.email");
        assertThat(compose(1, Channel.SMS, BOTH).key()).isEqualTo(first.key().replace("email", "sms"));
        assertThat(compose(2, Channel.EMAIL, BOTH).key()).isNotEqualTo(first.key());
    }

    @Test
    @DisplayName("of a recovery it tells the day in Rome, in the language that was chosen, under a name of its own")
    void tellsOfARecovery() {
        Notice notice = new Notice("one-recovery", "DE", Instant.parse("2022-01-31T23:30:00Z"));
        HolderMessage told = composer.compose(
                new DueDelivery(Letters.uvci(1), Channel.EMAIL, 0, BOTH, Optional.of(notice))).orElseThrow();
        assertThat(told.language()).isEqualTo(Language.DE);
        assertThat(told.news()).isEqualTo(new HolderMessage.Recovered(LocalDate.of(2022, 2, 1)));
        assertThat(told.key()).isEqualTo(compose(1, Channel.EMAIL, BOTH).key() + ".one-recovery");
    }

    @Test
    void hasAKeyThatRevealsNothing() {
        String key = compose(1, Channel.EMAIL, BOTH).key().substring(0, 32);
        assertThat(secrets.codes().authCode(Letters.uvci(1)).sha256Hex()).doesNotContain(key);
        assertThat(Letters.uvci(1).value()).doesNotContainIgnoringCase(key);
    }

    @ParameterizedTest
    @DisplayName("channels 2.1: two letters of the name, asterisk, one of the surname; an SMS in letters that every"
            + " telephone shows")
    @CsvSource({"Maria,Rossi,Ma*R,MA*R", "Io,Fò,Io*F,IO*F", "Ольга,Яшина,Ол*Я,OL*I", "Þór,Örnekoğlu,Þó*Ö,TH*O",
            "D'Anna,D’Àngelo,DA*D,DA*D", "Çelik,Ș,Çe*Ș,CE*S", "Éa,De Rossi,Éa*D,EA*D"})
    void namesTheHolderMasked(String given, String family, String inMail, String inSms) {
        String record = Letters.record("m@example.org", "+393331234567", Language.IT, given, family);
        assertThat(compose(1, Channel.EMAIL, record).name()).isEqualTo(inMail);
        assertThat(compose(1, Channel.SMS, record).name()).isEqualTo(inSms);
    }

    @Test
    void printsNothingPersonal() {
        assertThat(compose(1, Channel.EMAIL, BOTH).toString()).isEqualTo("HolderMessage[***]");
    }

    private HolderMessage compose(int number, Channel channel, String record) {
        return composer.compose(new DueDelivery(Letters.uvci(number), channel, 0, record)).orElseThrow();
    }
}
