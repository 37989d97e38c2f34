/**
 * A certificate taken apart by the JDK alone, and its identifier: read from the norms a second time, so that a mistake of the
 * platform's own codec is not made twice. Reads only what the platform writes; a general decoder it is not.
 */
package it.dgc.deploy.oracle.wire;
