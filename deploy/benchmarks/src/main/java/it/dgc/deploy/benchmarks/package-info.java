/**
 * Our speed and memory beside the peers', in the same run. Figures are work per CPU second of the whole process, compiler and
 * collector included, and only their ratios mean anything on another machine.
 *
 * <p>Not for correctness, which the tests of each part prove, nor for CI, which runs the short form to see that it runs.
 */
package it.dgc.deploy.benchmarks;
