package it.dgc.deploy.local.cli;

import java.net.http.HttpResponse;
import java.util.function.ToIntFunction;

import it.dgc.deploy.local.console.ExplainedException;
import it.dgc.deploy.local.operations.OperatorPort;
import it.dgc.deploy.local.platform.Ports;
import it.dgc.deploy.local.platform.RunningPlatform;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which platform an operator means, and who the operator is. */
final class OperatorOptions {

    @Mixin
    private DataDirOption dataDir;

    @Option(names = "--as", paramLabel = "NAME", defaultValue = "operator", description = "Whose certificate in DIR/tls is shown: operator or operator-2 (default: ${DEFAULT-VALUE}).")
    private String operator;

    /** @param service which of the ports with mutual TLS */
    OperatorPort port(ToIntFunction<Ports.Institutional> service) {
        RunningPlatform running = RunningPlatform.require(dataDir.directory());
        return OperatorPort.of(dataDir.directory(), service.applyAsInt(running.ports().institutional()), operator);
    }

    /** @throws ExplainedException if the service could not be asked, or may not be asked by this operator */
    static HttpResponse<String> answered(HttpResponse<String> answer) {
        return switch (answer.statusCode()) {
            case 401, 403 -> throw new ExplainedException("The service does not take this from you.");
            case 429, 500, 503 -> throw new ExplainedException("The service cannot do it now; try again later.");
            default -> answer;
        };
    }
}
