package it.dgc.generation.delivery;

import java.net.URI;
import java.time.Clock;
import java.util.Date;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import it.dgc.generation.delivery.DeliveryOutcome.Accepted;
import it.dgc.generation.delivery.DeliveryOutcome.Refused;
import it.dgc.generation.delivery.DeliveryOutcome.Scope;
import it.dgc.generation.delivery.DeliveryOutcome.TriedLater;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * E-mail by SMTP (RFC 5321): plain text, one connection a message. Speaks to the transport itself, because what comes
 * after the server's acceptance (a connection that breaks at {@code QUIT}) must not count as a failure.
 */
final class EmailChannel implements MessageChannel {

    private static final Logger LOG = LoggerFactory.getLogger(EmailChannel.class);
    private static final String CHARSET = "UTF-8";
    /** Authentication missing or insufficient (RFC 4954, section 6): our fault, not the recipient's. */
    private static final Pattern ABOUT_US = Pattern.compile("53[0458]");
    /**
     * Mail system, protocol and policy (RFC 3463, sections 3.4, 3.6 and 3.8; "relaying denied" is a policy): not about
     * this recipient alone.
     */
    private static final Pattern NOT_ABOUT_THE_ADDRESS = Pattern.compile("\\d{3}[ -]5\\.[357]\\.\\d");
    private static final int FIRST_PERMANENT = 500;

    private final JavaMailSenderImpl server;
    private final DeliveryProperties.Email settings;
    private final URI portal;
    private final Clock clock;

    EmailChannel(JavaMailSenderImpl server, DeliveryProperties.Email settings, URI portal, Clock clock) {
        this.server = server;
        this.settings = settings;
        this.portal = portal;
        this.clock = clock;
    }

    @Override
    public DeliveryOutcome send(HolderMessage message) {
        try {
            Optional<InternetAddress> to = address(message.to());
            return to.isPresent() ? send(mail(message, to.get())) : new Refused("BAD_ADDRESS");
        } catch (MessagingException e) {
            throw new IllegalStateException("A mail could not be composed: " + e.getClass().getName());
        }
    }

    /** The address was checked at intake; what stands here anew is that it is one address and nothing else. */
    private static Optional<InternetAddress> address(String text) {
        try {
            return Optional.of(new InternetAddress(text, true)).filter(address -> !address.isGroup());
        } catch (AddressException e) {
            return Optional.empty();
        }
    }

    private MimeMessage mail(HolderMessage message, InternetAddress to) throws MessagingException {
        Wording wording = Wording.in(message.language());
        MimeMessage mail = new NamedMail(server.getSession(), '<' + message.key() + '@' + settings.messageIdDomain()
                + '>');
        mail.setFrom(new InternetAddress(settings.from(), true));
        if (settings.replyTo() != null) {
            mail.setReplyTo(InternetAddress.parse(settings.replyTo(), true));
        }
        mail.setRecipient(Message.RecipientType.TO, to);
        mail.setSubject(wording.subject(message), CHARSET);
        mail.setSentDate(Date.from(clock.instant()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setContentLanguage(new String[]{message.language().name().toLowerCase(Locale.ROOT)});
        mail.setText(wording.letter(message, portal), CHARSET);
        mail.saveChanges();
        return mail;
    }

    private DeliveryOutcome send(MimeMessage mail) throws MessagingException {
        Transport transport = server.getSession().getTransport(protocol(server));
        try {
            connect(transport);
            return handOver(transport, mail);
        } catch (AuthenticationFailedException e) {
            return new TriedLater("AUTHENTICATION", Scope.CHANNEL);
        } catch (MessagingException e) {
            return new TriedLater("NO_CONNECTION", Scope.CHANNEL);
        } finally {
            hangUp(transport);
        }
    }

    private void connect(Transport transport) throws MessagingException {
        boolean anonymous = server.getUsername() == null || server.getUsername().isEmpty();
        transport.connect(server.getHost(), server.getPort(), anonymous ? null : server.getUsername(),
                anonymous ? null : server.getPassword());
    }

    /** @return the protocol of the server, as the library names it in its settings */
    static String protocol(JavaMailSenderImpl server) {
        return Objects.requireNonNullElse(server.getProtocol(), JavaMailSenderImpl.DEFAULT_PROTOCOL);
    }

    private static DeliveryOutcome handOver(Transport transport, MimeMessage mail) {
        try {
            transport.sendMessage(mail, mail.getAllRecipients());
            return new Accepted();
        } catch (MessagingException e) {
            return verdict(e);
        }
    }

    private static DeliveryOutcome verdict(MessagingException failure) {
        for (Exception cause = failure; cause instanceof MessagingException e; cause = e.getNextException()) {
            if (cause instanceof SMTPAddressFailedException recipient) {
                return verdict(recipient.getReturnCode(), String.valueOf(recipient.getMessage()));
            }
        }
        return new TriedLater("NOT_ACCEPTED", Scope.CHANNEL);
    }

    private static DeliveryOutcome verdict(int code, String reply) {
        String reason = "SMTP_" + code;
        if (code < FIRST_PERMANENT) {
            return new TriedLater(reason, Scope.MESSAGE);
        }
        Matcher unrelated = NOT_ABOUT_THE_ADDRESS.matcher(reply);
        return ABOUT_US.matcher(Integer.toString(code)).matches() || unrelated.lookingAt()
                ? new TriedLater(reason, Scope.CHANNEL)
                : new Refused(reason);
    }

    private static void hangUp(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("The mail server did not say goodbye: {}", e.getClass().getName());
        }
    }

    /** Keeps its name, where a message of the library gives itself a new one each time it is saved. */
    private static final class NamedMail extends MimeMessage {

        private final String messageId;

        NamedMail(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
