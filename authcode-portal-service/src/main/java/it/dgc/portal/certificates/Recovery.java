package it.dgc.portal.certificates;

/**
 * What was recovered.
 *
 * @param <T> of what was asked for
 */
public sealed interface Recovery<T> {

    /**
     * @param value what was asked for
     * @param <T> its type
     */
    record Recovered<T>(T value) implements Recovery<T> {

        @Override
        public String toString() {
            return "Recovered[masked]";
        }
    }

    /**
     * It can no longer be given.
     *
     * @param <T> of what was asked for
     */
    record Gone<T>() implements Recovery<T> {}

    /**
     * Nobody can tell.
     *
     * @param <T> of what was asked for
     */
    record Unavailable<T>() implements Recovery<T> {}
}
