/**
 * The harness: every part of the platform in a JVM of its own, killed, paused and cut off by a plan that a seed decides, while
 * notifications come in.
 *
 * <p>Judges nothing itself: whether all went well says {@code oracle}, which shares no code with this room but the place of the
 * files. Breaks processes and connections only, not disks and clocks.
 */
package it.dgc.deploy.faults;
