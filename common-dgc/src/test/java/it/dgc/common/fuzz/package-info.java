/**
 * Fuzzing of the readers of this module with Jazzer (reliability P29), and the harness that other modules fuzz with.
 *
 * <p>Each {@code *FuzzTest} states what must hold for any bytes. The ordinary run feeds it the seeds in
 * {@code src/test/resources}, {@link it.dgc.common.fuzz.FuzzRun} fuzzes it in a JVM of its own. Not here: examples of
 * single rules, which stand in the tests beside the readers.
 */
package it.dgc.common.fuzz;
