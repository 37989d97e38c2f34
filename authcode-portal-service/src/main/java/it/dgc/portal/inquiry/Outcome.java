package it.dgc.portal.inquiry;

/**
 * How a form was answered.
 *
 * @param <T> of what it asks for
 */
public sealed interface Outcome<T> {

    /**
     * The person was verified.
     *
     * @param value what was asked for
     * @param <T> its type
     */
    record Verified<T>(T value) implements Outcome<T> {

        @Override
        public String toString() {
            return "Verified[masked]";
        }
    }

    /**
     * Something was wrong, or too much was tried: it is not told what.
     *
     * @param <T> of what was asked for
     */
    record NotVerified<T>() implements Outcome<T> {}

    /**
     * The captcha was not solved, or was used before; nobody was asked anything.
     *
     * @param <T> of what was asked for
     */
    record CaptchaFailed<T>() implements Outcome<T> {}

    /**
     * What is needed does not answer; the same may succeed later.
     *
     * @param <T> of what was asked for
     */
    record TryLater<T>() implements Outcome<T> {}
}
