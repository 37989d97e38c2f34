/**
 * The commands of {@code ./dgc} (architecture, section 5): reading arguments, printing results, choosing the exit code.
 *
 * <p>Exit codes: 0 done; 1 failed, one sentence says why; 2 wrong usage; those of {@code verify} stand in {@link it.dgc.deploy.local.verifier.Outcome}.
 */
package it.dgc.deploy.local.cli;
