package it.dgc.deploy.backends;

import java.nio.file.Path;

/** The broker alone in its own process, for faults and rehearsals; stops in order on SIGTERM. */
public final class EmbeddedKafkaMain {

    private EmbeddedKafkaMain() {}

    /**
     * Takes the data directory and the port (0 for any), and where a proxy stands before the broker the port that it hands on to
     * and its address; prints {@code READY host:port} when it serves.
     */
    public static void main(String... arguments) throws InterruptedException {
        EmbeddedKafka kafka = switch (arguments.length) {
            case 2 -> EmbeddedKafka.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
            case 4 -> EmbeddedKafka.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]),
                    new ProxiedListener(Integer.parseInt(arguments[2]), arguments[3]));
            default -> throw new IllegalArgumentException(
                    "Give two arguments or four: DIRECTORY PORT [PROXIED_PORT PROXY_ADDRESS]");
        };
        UntilTerminated.serve(kafka.bootstrapServers(), kafka::close);
    }
}
