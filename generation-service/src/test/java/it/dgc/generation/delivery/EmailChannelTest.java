package it.dgc.generation.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Date;
import java.util.List;
import java.util.Locale;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import it.dgc.generation.delivery.DeliveryOutcome.Accepted;
import it.dgc.generation.delivery.DeliveryOutcome.Refused;
import it.dgc.generation.delivery.DeliveryOutcome.Scope;
import it.dgc.generation.delivery.DeliveryOutcome.TriedLater;
import it.dgc.generation.issuance.Language;
import it.dgc.generation.testing.MutableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("E-mail by SMTP")
class EmailChannelTest {

    private static final HolderMessage MESSAGE = Letters.to("maria@example.org", Language.IT);
    private static final DeliveryProperties.Email SETTINGS = new DeliveryProperties.Email("noreply@dgc.example",
            null, "mail.dgc.example");

    private final MutableClock clock = MutableClock.pinned("2022-01-10T09:00:00Z");
    private final MailServer server = new MailServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void bringsTheTextInTheLanguageOfTheHolder(Language language) throws MessagingException, IOException {
        HolderMessage message = Letters.to("maria@example.org", language);
        assertThat(channel().send(message)).isEqualTo(new Accepted());

        MimeMessage mail = server.mails().getFirst();
        assertThat(server.recipients()).containsExactly("maria@example.org");
        assertThat(mail.getSubject()).isEqualTo(Wording.in(language).subject(message));
        assertThat(mail.getContent().toString()).isEqualToNormalizingNewlines(
                Wording.in(language).letter(message, Letters.PORTAL));
        assertThat(mail.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(mail.getContentLanguage()).containsExactly(language.name().toLowerCase(Locale.ROOT));
    }

    @Test
    void saysThatAMachineWroteItAndWhen() throws MessagingException {
        channel().send(MESSAGE);
        MimeMessage mail = server.mails().getFirst();
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getSentDate()).isEqualTo(Date.from(clock.instant()));
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("noreply@dgc.example");
        assertThat(mail.getHeader("Reply-To")).isNull();
        assertThat(server.raw().getFirst()).doesNotContainIgnoringCase("text/html")
                .doesNotContainIgnoringCase("disposition-notification");
    }

    @Test
    void namesWhereAnswersGo() throws MessagingException {
        channel(server.client(), new DeliveryProperties.Email("noreply@dgc.example", "help@dgc.example", "d.example"))
                .send(MESSAGE);
        assertThat(server.mails().getFirst().getReplyTo()).extracting(Object::toString)
                .containsExactly("help@dgc.example");
    }

    @Test
    @DisplayName("a repetition bears the same Message-ID, whatever the library would give it")
    void keepsTheMessageId() throws MessagingException {
        channel().send(MESSAGE);
        clock.pin("2022-01-11T09:00:00Z");
        channel().send(MESSAGE);
        assertThat(server.mails()).hasSize(2).allSatisfy(mail -> assertThat(mail.getMessageID())
                .isEqualTo("<0123456789abcdef0123456789abcdef.email@mail.dgc.example>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"550 5.1.1 no such user", "550 no such user", "551 moved", "553 bad name",
            "554 5.1.10 null MX", "552 5.2.2 mailbox full"})
    @DisplayName("RFC 5321, 4.2.1: 5yz to the recipient is permanent")
    void givesUpARecipientThatTheServerRefusesForGood(String reply) {
        server.answeringRecipient(reply);
        assertThat(channel().send(MESSAGE)).isEqualTo(new Refused("SMTP_" + reply.substring(0, 3)));
        assertThat(server.mails()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"450 mailbox busy", "451 4.7.1 greylisted", "452 4.2.2 full"})
    @DisplayName("RFC 5321, 4.2.1: 4yz is transient")
    void triesARecipientAgainThatTheServerPutsOff(String reply) {
        server.answeringRecipient(reply);
        assertThat(channel().send(MESSAGE))
                .isEqualTo(new TriedLater("SMTP_" + reply.substring(0, 3), Scope.MESSAGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"550 5.7.1 relaying denied", "530 5.7.0 authenticate first", "530 authenticate first",
            "554 5.3.2 not now", "550 5.5.1 what"})
    @DisplayName("a server that does not let us in makes no code undeliverable")
    void doesNotTakeOurOwnFaultForTheRecipients(String reply) {
        server.answeringRecipient(reply);
        assertThat(channel().send(MESSAGE))
                .isEqualTo(new TriedLater("SMTP_" + reply.substring(0, 3), Scope.CHANNEL));
    }

    @ParameterizedTest
    @CsvSource({"550 sender unknown,", "451 later,", ",554 no spam", ",452 full", "drop,", ",drop"})
    void triesAgainWhatIsRefusedBeforeOrAfterTheRecipient(String toSender, String toData) {
        server.answeringSender(toSender == null ? "" : toSender).answeringData(toData == null ? "" : toData);
        assertThat(channel().send(MESSAGE)).isEqualTo(new TriedLater("NOT_ACCEPTED", Scope.CHANNEL));
    }

    @Test
    void triesAgainWhereNobodyListens() throws IOException {
        JavaMailSenderImpl client = server.client();
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            client.setPort(free.getLocalPort());
        }
        assertThat(channel(client, SETTINGS).send(MESSAGE)).isEqualTo(new TriedLater("NO_CONNECTION", Scope.CHANNEL));
    }

    @Test
    @DisplayName("a server that does not answer costs no more than the time limit")
    void triesAgainWhereNobodyAnswers() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            JavaMailSenderImpl client = server.client();
            client.setPort(silent.getLocalPort());
            client.getJavaMailProperties().setProperty("mail.smtp.timeout", "100");
            assertThat(channel(client, SETTINGS).send(MESSAGE))
                    .isEqualTo(new TriedLater("NO_CONNECTION", Scope.CHANNEL));
        }
    }

    @Test
    @DisplayName("the server took it and its answer was lost: tried again, under the same name")
    void triesAgainWhereTheAnswerIsLost() throws MessagingException {
        server.droppingAfterAcceptance(true);
        assertThat(channel().send(MESSAGE)).isEqualTo(new TriedLater("NOT_ACCEPTED", Scope.CHANNEL));
        server.droppingAfterAcceptance(false);
        assertThat(channel().send(MESSAGE)).isEqualTo(new Accepted());
        assertThat(server.mails()).hasSize(2);
        assertThat(server.mails().get(1).getMessageID()).isEqualTo(server.mails().get(0).getMessageID());
    }

    @Test
    void sendsNothingInClearWhereEncryptionIsRequired() {
        JavaMailSenderImpl client = server.client();
        client.getJavaMailProperties().setProperty("mail.smtp.starttls.required", "true");
        assertThat(channel(client, SETTINGS).send(MESSAGE)).isEqualTo(new TriedLater("NO_CONNECTION", Scope.CHANNEL));
        assertThat(server.recipients()).isEmpty();
    }

    @Test
    @DisplayName("a wrong password makes no code undeliverable, and neither does a missing one")
    void waitsWhereTheServerDoesNotKnowUs() {
        try (MailServer strict = MailServer.knowingNobody()) {
            assertThat(channel(strict.client(), SETTINGS).send(MESSAGE))
                    .isEqualTo(new TriedLater("NOT_ACCEPTED", Scope.CHANNEL));
            JavaMailSenderImpl client = strict.client();
            client.setUsername("user");
            client.setPassword("wrong");
            assertThat(channel(client, SETTINGS).send(MESSAGE))
                    .isEqualTo(new TriedLater("AUTHENTICATION", Scope.CHANNEL));
            assertThat(strict.recipients()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"maria@example.org\r\nBcc: all@example.org", "maria@example.org, all@example.org",
            "maria@example.org\r\nRCPT TO:<all@example.org>", "group: a@example.org, b@example.org;",
            "\"x\r\nSubject: y\"@example.org", "maria", "maria@", ""})
    @DisplayName("one address and nothing else: no second recipient, no header, no command comes in by it")
    void takesNothingButOneAddress(String address) {
        DeliveryOutcome outcome = channel().send(Letters.to(address, Language.IT));
        assertThat(outcome).isEqualTo(new Refused("BAD_ADDRESS"));
        assertThat(server.recipients()).isEmpty();
    }

    @Test
    void takesAddressesOfEveryForm() {
        List<String> odd = List.of("o'neil+tag@example.org", "a.b_c-d@sub.example.org", "!#$%&*=?^`{|}~@example.org");
        odd.forEach(address -> assertThat(channel().send(Letters.to(address, Language.IT)))
                .isEqualTo(new Accepted()));
        assertThat(server.recipients()).containsExactlyElementsOf(odd);
    }

    private EmailChannel channel() {
        return channel(server.client(), SETTINGS);
    }

    private EmailChannel channel(JavaMailSenderImpl client, DeliveryProperties.Email settings) {
        return new EmailChannel(client, settings, Letters.PORTAL, clock);
    }
}
