package it.dgc.deploy.local.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

import it.dgc.deploy.local.platform.DataDirectory;
import it.dgc.deploy.outbox.AcceptedMail;

/** Looks into the mail server's outbox, and tells of it no more than a log might. */
final class MailOutbox {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private MailOutbox() {}

    /** @return the first mail, as soon as there is one; empty where none comes in time */
    static Optional<AcceptedMail> first(DataDirectory data, Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        List<AcceptedMail> mails = AcceptedMail.readAll(data.root());
        while (mails.isEmpty() && System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            mails = AcceptedMail.readAll(data.root());
        }
        return mails.stream().findFirst();
    }

    /** @return one line without the address and without the code */
    static String line(AcceptedMail mail) {
        return "E-mail to " + masked(mail.to()) + ", \"" + mail.subject() + "\", the code in its text";
    }

    private static String masked(String address) {
        int at = address.indexOf('@');
        return at < 1 ? "***" : address.charAt(0) + "***" + address.substring(at);
    }
}
