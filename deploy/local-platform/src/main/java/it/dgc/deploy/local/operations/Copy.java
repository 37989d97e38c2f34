package it.dgc.deploy.local.operations;

import java.util.Optional;

import it.dgc.common.codes.Cuev;
import it.dgc.common.messages.Topics;
import it.dgc.generation.deadletters.DeadLetter;

/** A dead letter, judged whether it can be sent again. */
sealed interface Copy {

    /** It can. */
    record Ready(DeadLetter letter, Cuev cuev, byte[] value) implements Copy {}

    /** It cannot. */
    record Held(DeadLetter letter, Replayed.Obstacle obstacle) implements Copy {}

    /** @param mended the value to be sent instead */
    static Copy of(DeadLetter letter, Optional<byte[]> mended, LetterOpener opener) {
        if (!letter.originTopic().equals(Topics.EXEMPTIONS)) {
            return new Held(letter, Replayed.Obstacle.OTHER_ORIGIN);
        }
        if (mended.isEmpty() && letter.isCut()) {
            return new Held(letter, Replayed.Obstacle.CUT);
        }
        return mended.or(() -> opener.tryOpen(letter)).map(value -> of(letter, value))
                .orElse(new Held(letter, Replayed.Obstacle.SEALED));
    }

    private static Copy of(DeadLetter letter, byte[] value) {
        return StrictCuev.in(value).<Copy>map(cuev -> new Ready(letter, cuev, value))
                .orElse(new Held(letter, Replayed.Obstacle.NO_CUEV));
    }
}
