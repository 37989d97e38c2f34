package it.dgc.deploy.local.cli;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import it.dgc.deploy.local.console.ExplainedException;
import it.dgc.deploy.local.console.Terminal;
import it.dgc.deploy.local.operations.OperatorPort;
import it.dgc.deploy.local.platform.Ports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The validation rules that verifiers synchronise: two persons a version (Allegato B, chapter 3). */
@Command(name = "rules", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND", description = "Validation rules: one operator publishes a version, another approves it, and it comes into force at its time.", footer = {
        "", "The second operator shows another certificate: --as operator-2."})
final class RulesCommand implements Runnable {

    private static final String PATH = "/v1/operations/rules";

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    RulesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command: list, show, publish, approve, rollback.");
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "One line a version, the newest first: number, state, from when, author, approver; separated by tabulators.")
    int list(@Mixin OperatorOptions operator) {
        JsonMapper.shared().readTree(done(port(operator).get(PATH)).body()).forEach(this::print);
        return 0;
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Prints the rules of a version, as verifiers would get them: what an approver agrees to.")
    int show(@Mixin OperatorOptions operator, @Parameters(paramLabel = "VERSION") int version) {
        terminal.print(done(port(operator).get(PATH + '/' + version)).body());
        return 0;
    }

    @Command(name = "publish", mixinStandardHelpOptions = true, description = "Proposes a version: a whole set, as show prints one. It needs the approval of another operator.")
    int publish(@Mixin OperatorOptions operator,
            @Parameters(paramLabel = "FILE", description = "JSON array of {name, type, value}.") Path file,
            @Option(names = "--effective", paramLabel = "INSTANT", required = true, description = "From when it counts, ISO 8601; where that has passed, from its approval.") Instant effective) {
        return changed(port(operator).post(PATH, Map.of("rules", rules(file), "effective", effective.toString())));
    }

    @Command(name = "approve", mixinStandardHelpOptions = true, description = "Approves a version that another operator has proposed.")
    int approve(@Mixin OperatorOptions operator, @Parameters(paramLabel = "VERSION") int version) {
        return changed(port(operator).post(PATH + '/' + version + "/approval", Map.of()));
    }

    @Command(name = "rollback", mixinStandardHelpOptions = true, description = "Returns to the version before, at once, and cancels those that were to come.")
    int rollBack(@Mixin OperatorOptions operator,
            @Option(names = "--active", paramLabel = "VERSION", description = "Only if this version is in force.") Integer active) {
        return changed(port(operator).post(
                PATH + "/rollback" + Optional.ofNullable(active).map(version -> "?active=" + version).orElse(""),
                Map.of()));
    }

    private static OperatorPort port(OperatorOptions operator) {
        return operator.port(Ports.Institutional::rules);
    }

    private static JsonNode rules(Path file) {
        try {
            return JsonMapper.shared().readTree(Files.readAllBytes(file));
        } catch (IOException | JacksonException unreadable) {
            throw new ExplainedException("There is no JSON in " + file + " that can be read.", unreadable);
        }
    }

    private int changed(HttpResponse<String> answer) {
        JsonNode version = JsonMapper.shared().readTree(done(answer).body());
        print(version);
        version.path("leftOnDevices")
                .forEach(rule -> terminal.print("LEFT ON DEVICES\t" + rule.path("type").stringValue()
                        + '\t' + rule.path("name").stringValue()));
        return 0;
    }

    private void print(JsonNode version) {
        terminal.print(Stream.of("version", "state", "effective", "author", "approver")
                .map(field -> version.path(field).asString("")).collect(Collectors.joining("\t")));
    }

    private static HttpResponse<String> done(HttpResponse<String> answer) {
        return switch (OperatorOptions.answered(answer).statusCode()) {
            case 200, 201 -> answer;
            case 404 -> throw new ExplainedException("There is no such version.");
            case 413 -> throw new ExplainedException("The rule set is too large.");
            default -> throw new ExplainedException("It was refused: " + reasons(answer) + '.');
        };
    }

    /** As many as stand in the answer; each a code and, where it is about a rule, its type and name. */
    private static String reasons(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body()).path("reasons").valueStream()
                .map(reason -> Stream.of("code", "type", "name").map(field -> reason.path(field).asString(""))
                        .filter(text -> !text.isEmpty()).collect(Collectors.joining(" ")))
                .collect(Collectors.joining("; "));
    }
}
