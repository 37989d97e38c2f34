package it.dgc.deploy.outbox;

import java.nio.file.Path;

/** The gateway alone in its own process, for faults and rehearsals; stops in order on SIGTERM. */
public final class SmsGatewayMain {

    private SmsGatewayMain() {}

    /**
     * Takes the data directory, the port (0 for any) and, if wanted, the faults as for {@code PUT /sms/faults}; prints
     * {@code READY http://host:port} when it serves.
     */
    public static void main(String... arguments) throws InterruptedException {
        if (arguments.length < 2 || arguments.length > 3) {
            throw new IllegalArgumentException("Give two or three arguments: DIR PORT [FAULTS]");
        }
        SmsGateway gateway = SmsGateway.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]),
                arguments.length == 3 ? SmsFaults.parse(arguments[2]) : SmsFaults.NONE);
        UntilTerminated.serve("http://127.0.0.1:" + gateway.port(), gateway::close);
    }
}
