package it.dgc.deploy.outbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.server.SMTPServer;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A mail server that accepts everything and delivers nothing; its outbox is a page for people and JSON for programs. */
public final class MailSink implements AutoCloseable {

    private final Journal<AcceptedMail> journal;
    private final SMTPServer smtp;
    private final LoopbackHttp page;

    private MailSink(Journal<AcceptedMail> journal, int port, int pagePort) {
        this.journal = journal;
        this.page = LoopbackHttp.plain(pagePort)
                .on("/", exchange -> LoopbackHttp.send(exchange, 200, "text/html; charset=UTF-8",
                        OutboxPage.of(journal.entries())))
                .on("/messages", exchange -> LoopbackHttp.json(exchange, 200, journal.entries()));
        this.smtp = SMTPServer.port(port).bindAddress(InetAddress.getLoopbackAddress()).insertReceivedHeaders(false)
                .serverThreadName("mail-sink").messageHandlerFactory(context -> new Incoming()).build();
    }

    /**
     * @param directory data directory; the journal is {@code outbox/mail.jsonl} below it
     * @param port of SMTP on 127.0.0.1; 0 for any free one
     * @param pagePort of the outbox on 127.0.0.1; 0 for any free one
     * @return the server, which listens
     * @throws RuntimeException if a port is taken or the journal cannot be written
     */
    public static MailSink start(Path directory, int port, int pagePort) {
        MailSink sink = new MailSink(Journal.open(AcceptedMail.journal(directory), AcceptedMail.class), port, pagePort);
        sink.smtp.start();
        sink.page.start();
        return sink;
    }

    /** @return port of SMTP */
    public int port() {
        return smtp.getPortAllocated();
    }

    /** @return port of the outbox */
    public int pagePort() {
        return page.port();
    }

    @Override
    public void close() {
        smtp.stop();
        page.close();
        journal.close();
    }

    private final class Incoming implements MessageHandler {

        private final List<String> recipients = new ArrayList<>();
        private String sender = "";

        @Override
        public void from(String from) {
            sender = from;
        }

        @Override
        public void recipient(String recipient) {
            recipients.add(recipient);
        }

        /** Returns when the mail is on the disk; only then does the server answer 250. */
        @Override
        public String data(InputStream data) throws IOException {
            byte[] mail = data.readAllBytes();
            journal.append(accepted(mail));
            return null;
        }

        @Override
        public void done() {
            // Each mail was written when it came.
        }

        private AcceptedMail accepted(byte[] mail) throws IOException {
            String to = String.join(", ", recipients);
            String now = Instant.now().toString();
            try {
                MimeMessage read = new MimeMessage(Session.getInstance(new Properties()),
                        new ByteArrayInputStream(mail));
                return new AcceptedMail(Objects.toString(read.getMessageID(), ""), sender, to,
                        Objects.toString(read.getSubject(), ""), text(read, mail), now);
            } catch (MessagingException unreadable) {
                return new AcceptedMail("", sender, to, "", new String(mail, UTF_8), now);
            }
        }

        private static String text(MimeMessage read, byte[] mail) throws MessagingException, IOException {
            return read.isMimeType("text/plain")
                    ? read.getContent().toString().replace("\r\n", "\n")
                    : new String(mail, UTF_8);
        }
    }
}
