package it.dgc.deploy.local.cli;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;

import it.dgc.common.person.CodiceFiscale;
import it.dgc.deploy.local.cards.CardDesk;
import it.dgc.deploy.local.console.ExplainedException;
import it.dgc.deploy.local.console.Terminal;
import it.dgc.deploy.local.platform.RunningPlatform;
import it.dgc.deploy.sistemats.cards.HealthCard;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what the portal asks for: the health card of an invented person (Allegato B, chapters 5 and 6). */
@Command(name = "card", mixinStandardHelpOptions = true, description = "Prints the last 8 digits and the last day of a person's health card, as the desk of the invented Sistema TS knows it, or NONE. Nearly everybody with a fiscal code of letters has one.", footer = {
        "",
        "Exit code 0 if there is a card or it was changed, 3 if there is none. A change holds until the platform stops."})
final class CardCommand implements Callable<Integer> {

    private static final int HAS_NONE = 3;

    private final Terminal terminal;

    @Mixin
    private DataDirOption dataDir;

    @Parameters(paramLabel = "FISCALCODE", description = "Whose card: codice fiscale, provisional code, STP or ENI.")
    private String person;

    @ArgGroup(exclusive = true)
    private Change change;

    /** What is to be from now on. */
    private static final class Change {

        @Option(names = "--none", description = "Takes the card away.")
        private boolean none;

        @ArgGroup(exclusive = false)
        private Given given;
    }

    /** A card of one's own choice. */
    private static final class Given {

        @Option(names = "--number", paramLabel = "N", required = true, description = "Gives a card: the 20 digits on its back.")
        private String number;

        @Option(names = "--expiry", paramLabel = "DAY", required = true, description = "Its last day, as 2028-12-31.")
        private LocalDate expiry;
    }

    CardCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CodiceFiscale holder = CodiceFiscale.fromTyped(person)
                .orElseThrow(() -> new ExplainedException("That is no codice fiscale."));
        Optional<HealthCard> wanted = Optional.ofNullable(change).map(to -> to.given).map(CardCommand::card);
        CardDesk desk = new CardDesk(RunningPlatform.require(dataDir.directory()).ports().healthCards().control());
        if (change == null) {
            return show(desk.cardOf(holder), HAS_NONE);
        }
        return show(wanted.isPresent() ? desk.give(holder, wanted.get()) : desk.withdraw(holder), 0);
    }

    private int show(Optional<HealthCard> card, int withoutOne) {
        terminal.print(card.map(one -> one.last8() + '\t' + one.expiry()).orElse("NONE"));
        return card.isPresent() ? 0 : withoutOne;
    }

    private static HealthCard card(Given given) {
        try {
            return new HealthCard(given.number, given.expiry);
        } catch (IllegalArgumentException wrong) {
            throw new ExplainedException("The number of a health card has 20 digits.", wrong);
        }
    }
}
