package it.dgc.deploy.local.cli;

import java.net.http.HttpResponse;
import java.util.Map;

import it.dgc.deploy.local.console.ExplainedException;
import it.dgc.deploy.local.console.Terminal;
import it.dgc.deploy.local.platform.Ports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Versions of the revocation list that the guard holds back (reliability P14). */
@Command(name = "drl", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND", description = "The revocation list: see which version is held back, and let it through.")
final class ListCommand implements Runnable {

    private static final String PATH = "/v1/operations/drl/";
    private static final int NOTHING_HELD = 3;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    ListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command: held, release.");
    }

    @Command(name = "held", mixinStandardHelpOptions = true, description = "Prints the version that is held back, and why.", footer = {
            "", "Exit code 0 if one is held, 3 if none is."})
    int held(@Mixin OperatorOptions operator) {
        HttpResponse<String> answer = OperatorOptions
                .answered(operator.port(Ports.Institutional::revocation).get(PATH + "held"));
        if (answer.statusCode() == 404) {
            terminal.print("NONE");
            return NOTHING_HELD;
        }
        JsonNode held = JsonMapper.shared().readTree(answer.body());
        terminal.print("HELD\t" + held.path("version").longValue() + '\t' + held.path("reason").stringValue());
        return 0;
    }

    @Command(name = "release", mixinStandardHelpOptions = true, description = "Lets a version through that grew beyond the configured share. Nothing else can be released: where the store lost something, it is to be repaired.")
    int release(@Mixin OperatorOptions operator, @Parameters(paramLabel = "VERSION") long version) {
        int status = OperatorOptions.answered(operator.port(Ports.Institutional::revocation)
                .post(PATH + "releases", Map.of("version", version))).statusCode();
        return switch (status) {
            case 204 -> {
                terminal.print("RELEASED\t" + version);
                yield 0;
            }
            case 404 -> throw new ExplainedException("Version " + version + " is not held back.");
            case 409 -> throw new ExplainedException("Version " + version
                    + " is held back because the store lost something; repair the store.");
            default -> throw new ExplainedException("The revocation service answered " + status + ".");
        };
    }
}
