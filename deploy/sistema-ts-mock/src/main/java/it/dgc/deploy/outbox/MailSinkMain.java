package it.dgc.deploy.outbox;

import java.nio.file.Path;

/** The mail server alone in its own process, for faults and rehearsals; stops in order on SIGTERM. */
public final class MailSinkMain {

    private MailSinkMain() {}

    /**
     * Takes the data directory, the port of SMTP and, if wanted, the port of the outbox (0 for any, also where absent);
     * prints {@code OUTBOX http://host:port}, then {@code READY host:port} when it serves.
     */
    public static void main(String... arguments) throws InterruptedException {
        if (arguments.length < 2 || arguments.length > 3) {
            throw new IllegalArgumentException("Give two or three arguments: DIR PORT [PAGE_PORT]");
        }
        MailSink sink = MailSink.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]),
                arguments.length == 3 ? Integer.parseInt(arguments[2]) : 0);
        System.out.println("OUTBOX http://127.0.0.1:" + sink.pagePort());
        UntilTerminated.serve("127.0.0.1:" + sink.port(), sink::close);
    }
}
