package it.dgc.common.verification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

import it.dgc.common.exemption.ExemptionEntry;

/** What the published settings say on exemptions, and on identifiers that are refused (Allegato B, chapter 3, Table 2). */
public final class ValidityRules {

    /** The days of a certificate are days in Italy. */
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final String START_DAY = "exemption_start_day";
    private static final String END_DAY = "exemption_end_day";
    private static final String BLACK_LIST = "black_list_uvci";
    private static final String LIST_ACTIVE = "DRL_SYNC_ACTIVE";
    /** Table 2: "fino alla data di fine validità". */
    private static final String UNTIL_ITS_END = "du";
    /** Up to 99999 days: more than two centuries, and far from the end of the calendar. */
    private static final String DAYS = "[0-9]{1,5}";

    private final int startDay;
    private final OptionalInt endDay;
    private final Set<String> blackList;
    private final boolean listActive;

    private ValidityRules(int startDay, OptionalInt endDay, Set<String> blackList, boolean listActive) {
        this.startDay = startDay;
        this.endDay = endDay;
        this.blackList = blackList;
        this.listActive = listActive;
    }

    /**
     * One published setting.
     *
     * @param name which
     * @param type what it is about; not looked at, as in the apps
     * @param value its value, always text
     */
    public record Setting(String name, String type, String value) {

        /** Requires name and value. */
        public Setting {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(value, "value");
        }

        /** @return the name only: a value can list identifiers */
        @Override
        public String toString() {
            return "Setting[name=" + name + "]";
        }
    }

    /**
     * Reads a whole set of settings; names it does not know are passed over. A parameter of Table 2 that is missing has
     * Table 2's value, a missing {@code DRL_SYNC_ACTIVE} means that the list counts.
     *
     * @param settings the settings as published
     * @return the rules; empty where {@code black_list_uvci} is missing, or a value is of another form or differs between
     *         two settings of one name: then the last set that could be read goes on counting
     */
    public static Optional<ValidityRules> read(Collection<Setting> settings) {
        Published published = new Published(settings);
        String start = published.value(START_DAY, "0");
        String end = published.value(END_DAY, UNTIL_ITS_END);
        String blackList = published.value(BLACK_LIST, null);
        String active = published.value(LIST_ACTIVE, "true");
        if (blackList == null || !start.matches(DAYS) || !(end.equals(UNTIL_ITS_END) || end.matches(DAYS))
                || !active.matches("true|false") || published.contradictsItself()) {
            return Optional.empty();
        }
        return Optional.of(new ValidityRules(Integer.parseInt(start), days(end), identifiers(blackList),
                Boolean.parseBoolean(active)));
    }

    private record Published(Collection<Setting> settings) {

        String value(String name, String otherwise) {
            return values(name).stream().findFirst().orElse(otherwise);
        }

        boolean contradictsItself() {
            return Set.of(START_DAY, END_DAY, BLACK_LIST, LIST_ACTIVE).stream()
                    .anyMatch(name -> values(name).size() > 1);
        }

        private Set<String> values(String name) {
            return settings.stream().filter(setting -> setting.name().equals(name)).map(Setting::value)
                    .collect(Collectors.toSet());
        }
    }

    private static OptionalInt days(String end) {
        return end.equals(UNTIL_ITS_END) ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(end));
    }

    private static Set<String> identifiers(String list) {
        return Arrays.stream(list.split(";")).map(String::strip).filter(part -> !part.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Both days belong to the period (Allegato B, chapters 1 and 3). */
    Optional<Objection> undue(ExemptionEntry entry, Instant at) {
        LocalDate today = LocalDate.ofInstant(at, ROME);
        return Objection.when(today.isBefore(firstDay(entry)), Outcome.NOT_VALID_YET, Reason.Rule.FIRST_DAY)
                .or(() -> Objection.when(lastDay(entry).filter(today::isAfter).isPresent(), Outcome.EXPIRED,
                        Reason.Rule.LAST_DAY));
    }

    LocalDate firstDay(ExemptionEntry entry) {
        return entry.validFrom().plusDays(startDay);
    }

    /** A number of days counts from the first day; it can bring the end forward, never past the certificate's own. */
    Optional<LocalDate> lastDay(ExemptionEntry entry) {
        if (endDay.isEmpty()) {
            return entry.validUntil();
        }
        LocalDate counted = entry.validFrom().plusDays(endDay.getAsInt());
        return Optional.of(entry.validUntil().filter(counted::isAfter).orElse(counted));
    }

    boolean isBlackListed(String identifier) {
        return blackList.contains(identifier);
    }

    boolean isListActive() {
        return listActive;
    }

    /** @return the parameters; of the refused identifiers only how many */
    @Override
    public String toString() {
        return "ValidityRules[startDay=" + startDay + ", endDay="
                + (endDay.isPresent() ? Integer.toString(endDay.getAsInt()) : UNTIL_ITS_END) + ", blackList="
                + blackList.size() + ", listActive=" + listActive + "]";
    }
}
