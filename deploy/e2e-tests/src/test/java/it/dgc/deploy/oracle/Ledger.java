package it.dgc.deploy.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What Sistema TS published, in its own words, which it wrote down as it went: before it handed a notification over, and after the
 * broker had acknowledged it.
 *
 * @param script what it meant to publish
 * @param handedOver numbers of what it handed over, perhaps more than once
 * @param acknowledged by number, where the broker said that it lies; the last place where it said so more than once
 */
public record Ledger(List<Published> script, Set<Integer> handedOver, Map<Integer, Place> acknowledged) {

    /** Begins a line about what is about to be handed over; the number follows. */
    public static final String HANDED = "HANDED";
    /** Begins a line about what was acknowledged; number, partition and offset follow. */
    public static final String ACKED = "ACKED";

    /**
     * @param script lines of {@link Published}
     * @param entries lines of the ledger, between tabs; a last line that a kill cut off is passed over
     */
    public static Ledger read(Path script, Path entries) throws IOException {
        try (var lines = Files.lines(script)) {
            return of(lines.map(Published::parse).toList(), Files.exists(entries) ? Files.readString(entries) : "");
        }
    }

    static Ledger of(List<Published> script, String entries) {
        Set<Integer> handedOver = new HashSet<>();
        Map<Integer, Place> acknowledged = new HashMap<>();
        entries.substring(0, entries.lastIndexOf('\n') + 1).lines().map(line -> line.split("\t")).forEach(columns -> {
            int number = Integer.parseInt(columns[1]);
            if (columns[0].equals(HANDED)) {
                handedOver.add(number);
            } else {
                acknowledged.put(number, new Place(Integer.parseInt(columns[2]), Long.parseLong(columns[3])));
            }
        });
        return new Ledger(script, handedOver, acknowledged);
    }
}
