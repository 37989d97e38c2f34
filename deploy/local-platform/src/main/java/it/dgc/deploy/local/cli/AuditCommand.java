package it.dgc.deploy.local.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import it.dgc.deploy.local.console.Ink;
import it.dgc.deploy.local.console.Terminal;
import it.dgc.deploy.local.operations.Audit;
import it.dgc.generation.audit.AuditReport;
import it.dgc.generation.audit.NotedHead;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The auditor's questions. */
@Command(name = "audit", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND", description = "Questions of the auditor.")
final class AuditCommand implements Runnable {

    /** Of what is wrong so many are named; the rest is counted. */
    private static final int MOST_NAMED = 20;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    AuditCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command: verify.");
    }

    @Command(name = "verify", mixinStandardHelpOptions = true, description = "Proves that no link of the audit trail was changed or taken out, and that trail and register agree; changes nothing.", footer = {
            "", "Exit code 0 only if the trail is sound. Events that are on their way to the",
            "trail are waited for before they are called missing."})
    int verify(@Mixin DataDirOption dataDir, @Mixin BackendOptions named,
            @Option(names = "--since", paramLabel = "SEQUENCE:HASH", description = "A head that was noted down before: the trail must still have that link.") String since,
            @Option(names = "--patience", paramLabel = "SECONDS", defaultValue = "15", description = "How long to wait for events on their way (default: ${DEFAULT-VALUE}).") int patience) {
        Optional<NotedHead> noted = Optional.ofNullable(since).map(this::noted);
        AuditReport report = Audit.verify(dataDir.backends(named).store(), noted, Duration.ofSeconds(patience));
        print(report);
        return report.isSound() ? 0 : 1;
    }

    private NotedHead noted(String text) {
        return NotedHead.parse(text).orElseThrow(() -> new ParameterException(
                spec.subcommands().get("verify"), "--since takes what audit verify prints as HEAD: SEQUENCE:HASH."));
    }

    private void print(AuditReport report) {
        terminal.print("LINKS " + report.links());
        terminal.print("HEAD " + report.noted().text());
        terminal.say("Note the head down outside of this machine: with --since it proves later that nothing before it"
                + " was changed.");
        if (report.waiting() > 0) {
            terminal.print("WAITING " + report.waiting() + " in the outbox");
        }
        report.rewritten().ifPresent(head -> terminal.print("REWRITTEN the trail no longer has " + head.text()));
        report.brokenAt().ifPresent(link -> terminal.print("BROKEN link " + link
                + " was changed, or does not follow the one before it"));
        print("MISSING", report.missing());
        print("UNFOUNDED", report.unfounded());
        terminal.print(report.isSound()
                ? terminal.painted(Ink.GREEN, "✔ SOUND")
                : terminal.painted(Ink.RED, "✘ NOT SOUND"));
    }

    private void print(String what, List<String> events) {
        events.stream().limit(MOST_NAMED).forEach(event -> terminal.print(what + ' ' + event));
        if (events.size() > MOST_NAMED) {
            terminal.print(what + " and " + (events.size() - MOST_NAMED) + " more");
        }
    }
}
