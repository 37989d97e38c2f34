package it.dgc.portal.outbound;

import java.util.Map;

/** What came back. */
public sealed interface Reply {

    /**
     * A JSON object with texts only.
     *
     * @param fields all of its members
     */
    record Answer(Map<String, String> fields) implements Reply {

        @Override
        public String toString() {
            return "Answer[masked]";
        }
    }

    /** There is no such thing (404). */
    record NotFound() implements Reply {}

    /** Nothing in time, or nothing that can be believed. */
    record Nothing() implements Reply {}
}
