package it.dgc.generation.delivery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.subethamail.smtp.AuthenticationHandlerFactory;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A mail server on this machine that keeps what it accepts, and refuses as it is told to. */
final class MailServer implements AutoCloseable {

    private final List<byte[]> accepted = new CopyOnWriteArrayList<>();
    private final List<String> recipients = new CopyOnWriteArrayList<>();
    private final SMTPServer server;
    private volatile String toSender = "";
    private volatile String toRecipient = "";
    private volatile String toData = "";
    private volatile boolean dropsAfterAcceptance;

    MailServer() {
        this(Optional.empty());
    }

    private MailServer(Optional<AuthenticationHandlerFactory> authentication) {
        SMTPServer.Builder builder = SMTPServer.port(0).bindAddress(InetAddress.getLoopbackAddress())
                .insertReceivedHeaders(false).messageHandlerFactory(context -> new Handler());
        authentication.ifPresent(factory -> builder.authenticationHandlerFactory(factory).requireAuth());
        server = builder.build();
        server.start();
    }

    /** @return a server that knows nobody */
    static MailServer knowingNobody() {
        return new MailServer(Optional.of(new EasyAuthenticationHandlerFactory((user, password, context) -> {
            throw new LoginFailedException();
        })));
    }

    /** @param reply code and text to {@code MAIL}; empty to accept again */
    MailServer answeringSender(String reply) {
        toSender = reply;
        return this;
    }

    MailServer answeringRecipient(String reply) {
        toRecipient = reply;
        return this;
    }

    MailServer answeringData(String reply) {
        toData = reply;
        return this;
    }

    /** The connection breaks after the message was taken and before the client could read so. */
    MailServer droppingAfterAcceptance(boolean drops) {
        dropsAfterAcceptance = drops;
        return this;
    }

    JavaMailSenderImpl client() {
        JavaMailSenderImpl client = new JavaMailSenderImpl();
        client.setHost("127.0.0.1");
        client.setPort(port());
        client.setUsername("");
        client.setPassword("");
        Properties properties = client.getJavaMailProperties();
        properties.setProperty("mail.smtp.connectiontimeout", "10000");
        properties.setProperty("mail.smtp.timeout", "10000");
        return client;
    }

    int port() {
        return server.getPortAllocated();
    }

    List<String> recipients() {
        return recipients;
    }

    /** @return what was accepted, as it came */
    List<String> raw() {
        return accepted.stream().map(bytes -> new String(bytes, UTF_8)).toList();
    }

    List<MimeMessage> mails() {
        return accepted.stream().map(MailServer::parsed).toList();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static MimeMessage parsed(byte[] bytes) {
        try {
            return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(String reply) throws RejectException {
        if (reply.equals("drop")) {
            throw new DropConnectionException();
        }
        if (!reply.isEmpty()) {
            throw new RejectException(Integer.parseInt(reply.substring(0, 3)), reply.substring(4));
        }
    }

    private final class Handler implements MessageHandler {

        @Override
        public void from(String sender) throws RejectException {
            answer(toSender);
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            answer(toRecipient);
            recipients.add(recipient);
        }

        @Override
        public String data(InputStream data) throws RejectException {
            try {
                byte[] mail = data.readAllBytes();
                answer(toData);
                accepted.add(mail);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (dropsAfterAcceptance) {
                throw new DropConnectionException();
            }
            return null;
        }

        @Override
        public void done() {
            // Nothing is held between two messages.
        }
    }
}
