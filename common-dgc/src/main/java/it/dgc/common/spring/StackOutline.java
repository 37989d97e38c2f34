package it.dgc.common.spring;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What may be logged of an exception: classes and stack frames of it and its causes, never a message. */
final class StackOutline {

    /** Causes that are followed; a chain may be a circle. */
    private static final int MAX_CAUSES = 6;
    /** Frames per exception: enough to leave the framework's own. */
    private static final int MAX_FRAMES = 40;

    private StackOutline() {}

    static String of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(MAX_CAUSES)
                .map(StackOutline::one).collect(Collectors.joining("\ncaused by "));
    }

    private static String one(Throwable failure) {
        return Arrays.stream(failure.getStackTrace()).limit(MAX_FRAMES).map(frame -> "\n\tat " + frame)
                .collect(Collectors.joining("", failure.getClass().getName(), ""));
    }
}
