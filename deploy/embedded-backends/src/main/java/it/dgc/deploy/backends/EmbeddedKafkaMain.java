package it.dgc.deploy.backends;

import java.nio.file.Path;

/** The broker alone in its own process, for faults and rehearsals; stops in order on SIGTERM. */
public final class EmbeddedKafkaMain {

    private EmbeddedKafkaMain() {}

    /** Takes the data directory and the port (0 for any); prints {@code READY host:port} when it serves. */
    public static void main(String... arguments) throws InterruptedException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("Give two arguments: DIRECTORY PORT");
        }
        EmbeddedKafka kafka = EmbeddedKafka.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        UntilTerminated.serve(kafka.bootstrapServers(), kafka::close);
    }
}
