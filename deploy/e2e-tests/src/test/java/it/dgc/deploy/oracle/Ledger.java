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

    private static final String HANDED = "HANDED";
    private static final String ACKED = "ACKED";
    /** Ends every line: one that a kill cut off has none, and is passed over. */
    private static final String END = "\t.";

    /** @return the line to write before a notification is handed over */
    public static String handed(int number) {
        return HANDED + "\t" + number + END;
    }

    /** @return the line to write after the broker has acknowledged it */
    public static String acked(int number, int partition, long offset) {
        return ACKED + "\t" + number + "\t" + partition + "\t" + offset + END;
    }

    /**
     * @param script lines of {@link Published}
     * @param entries lines of the ledger; may not exist yet
     */
    public static Ledger read(Path script, Path entries) throws IOException {
        try (var lines = Files.lines(script)) {
            return of(lines.map(Published::parse).toList(), Files.exists(entries) ? Files.readString(entries) : "");
        }
    }

    /** @return the same as if only numbers below {@code limit} had ever been meant */
    public Ledger upTo(int limit) {
        return new Ledger(script.subList(0, limit), handedOver, acknowledged);
    }

    static Ledger of(List<Published> script, String entries) {
        Set<Integer> handedOver = new HashSet<>();
        Map<Integer, Place> acknowledged = new HashMap<>();
        entries.lines().filter(line -> line.endsWith(END)).map(line -> line.split("\t")).forEach(columns -> {
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
