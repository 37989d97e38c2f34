package it.dgc.deploy.local.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import it.dgc.deploy.local.console.Ink;
import it.dgc.deploy.local.console.Terminal;
import it.dgc.deploy.outbox.AcceptedMail;
import it.dgc.deploy.outbox.AcceptedSms;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what the mail server and the SMS gateway of the local platform accepted. */
@Command(name = "outbox", mixinStandardHelpOptions = true, description = "Prints the e-mails and SMS that the local platform accepted for holders, newest last, as the holders would read them. None leaves this machine.")
final class OutboxCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private DataDirOption dataDir;

    OutboxCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Entry> entries = entries(dataDir.directory());
        entries.forEach(this::print);
        terminal.say(entries.size() + (entries.size() == 1 ? " message" : " messages"));
        return 0;
    }

    private void print(Entry entry) {
        terminal.print(terminal.painted(Ink.BOLD, entry.head()));
        terminal.print(entry.text().strip() + "\n");
    }

    private static List<Entry> entries(Path directory) {
        Stream<Entry> mails = AcceptedMail.readAll(directory).stream().map(mail -> new Entry(mail.acceptedAt(),
                "e-mail to " + mail.to() + ": " + mail.subject() + ' ' + mail.messageId(), mail.body()));
        Stream<Entry> sms = AcceptedSms.readAll(directory).stream().map(one -> new Entry(one.acceptedAt(),
                "SMS to " + one.to() + ' ' + one.idempotencyKey() + (one.repeat() ? " (repetition)" : ""),
                one.text()));
        return Stream.concat(mails, sms).sorted(Comparator.comparing(entry -> Instant.parse(entry.at()))).toList();
    }

    private record Entry(String at, String what, String text) {

        String head() {
            return at + ' ' + what;
        }
    }
}
