package it.dgc.deploy.local.operations;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import it.dgc.deploy.local.console.ExplainedException;
import it.dgc.deploy.local.delivery.Backends;
import it.dgc.deploy.local.delivery.TopicTail;
import it.dgc.generation.audit.ReplayedLetters;
import it.dgc.generation.deadletters.DeadLetter;

/**
 * The dead letters of a platform.
 *
 * @param backends where the platform is
 * @param topic of dead letters
 */
public record LetterBox(Backends backends, String topic) {

    private static final Comparator<LetterLine> OLDEST_FIRST = Comparator.comparing(LetterLine::at)
            .thenComparing(LetterLine::id);

    /**
     * @param reason a code; with a field or a rule behind a colon only those that name it
     * @return whether a letter has it
     */
    public static Predicate<DeadLetter> because(Optional<String> reason) {
        return letter -> reason.isEmpty() || letter.reason().equals(reason.get())
                || letter.reason().startsWith(reason.get() + ':');
    }

    /**
     * @param wanted which letters
     * @return a line for each, oldest first; one for all letters of the same refusal
     */
    public List<LetterLine> lines(Predicate<DeadLetter> wanted) {
        Set<String> replayed = replayed();
        List<LetterLine> lines = new ArrayList<>();
        forEachOnce(wanted, letter -> lines.add(LetterLine.of(letter, replayed.contains(letter.origin()))));
        lines.sort(OLDEST_FIRST);
        return lines;
    }

    /**
     * @param letter of this box
     * @return its line
     */
    public LetterLine line(DeadLetter letter) {
        return LetterLine.of(letter, replayed().contains(letter.origin()));
    }

    /**
     * @param ids places, {@code partition/offset}
     * @return the letters, in that order
     * @throws ExplainedException if there is none at one of the places
     */
    public List<DeadLetter> letters(Collection<String> ids) {
        List<DeadLetter> found = new ArrayList<>();
        forEach(letter -> {
            if (ids.contains(letter.id())) {
                found.add(letter);
            }
        });
        Map<String, DeadLetter> byId = found.stream().collect(Collectors.toMap(DeadLetter::id, Function.identity()));
        return ids.stream().map(id -> Optional.ofNullable(byId.get(id)).orElseThrow(
                () -> new ExplainedException("There is no dead letter " + id + " in " + topic + "."))).toList();
    }

    /**
     * @param wanted which letters
     * @return those that were not sent again yet; one of each refusal
     */
    public List<DeadLetter> waiting(Predicate<DeadLetter> wanted) {
        Set<String> replayed = replayed();
        List<DeadLetter> waiting = new ArrayList<>();
        forEachOnce(wanted.and(letter -> !replayed.contains(letter.origin())), waiting::add);
        return waiting;
    }

    private void forEachOnce(Predicate<DeadLetter> wanted, Consumer<DeadLetter> reader) {
        Set<String> seen = new HashSet<>();
        forEach(letter -> {
            if (wanted.test(letter) && seen.add(letter.refusal())) {
                reader.accept(letter);
            }
        });
    }

    private void forEach(Consumer<DeadLetter> reader) {
        try (TopicTail all = TopicTail.ofAll(backends.kafka(), topic)) {
            all.readToEnd(letter -> reader.accept(DeadLetter.of(letter)));
        }
    }

    private Set<String> replayed() {
        return GenerationStore.ask(backends.store(), ReplayedLetters::originsIn);
    }
}
