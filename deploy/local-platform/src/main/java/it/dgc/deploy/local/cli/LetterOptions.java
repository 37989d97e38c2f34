package it.dgc.deploy.local.cli;

import it.dgc.common.messages.Topics;
import it.dgc.deploy.local.delivery.Backends;
import it.dgc.deploy.local.operations.LetterBox;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which dead letters are meant. */
final class LetterOptions {

    @Mixin
    private DataDirOption dataDir;

    @Mixin
    private BackendOptions named;

    @Option(names = "--topic", paramLabel = "T", description = "Topic of dead letters (default: " + Topics.EXEMPTIONS
            + ".dlt).")
    private String topic = Topics.deadLettersOf(Topics.EXEMPTIONS);

    Backends backends() {
        return dataDir.backends(named);
    }

    LetterBox box() {
        return new LetterBox(backends(), topic);
    }
}
