package it.dgc.common.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** A reader that fails on inputs of its own kind; its name keeps it out of the ordinary run. */
class PlantedFault {

    static final String SENTENCE = "planted: it begins with an exclamation mark";

    @FuzzTest
    void reads(byte[] bytes) {
        Invariant.holds(bytes.length == 0 || bytes[0] != '!', SENTENCE);
    }
}
