package it.dgc.deploy.outbox;

import java.util.Properties;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

/** Sends mails to a server on this machine, as any client would. */
final class Mails {

    private Mails() {}

    static void send(int port, String to, String subject, String body) throws MessagingException {
        send(port, to, subject, body, "text/plain; charset=UTF-8");
    }

    static void send(int port, String to, String subject, String body, String type) throws MessagingException {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(port));
        MimeMessage mail = new MimeMessage(Session.getInstance(properties));
        mail.setFrom(new InternetAddress("noreply@dgc.example"));
        mail.setRecipients(Message.RecipientType.TO, to);
        mail.setSubject(subject, "UTF-8");
        mail.setContent(body, type);
        Transport.send(mail);
    }
}
