/**
 * What many ask of the store at the same moment, or in step with each other, leaves as one command, which the store writes and flushes once. Each still gets
 * an answer of its own.
 *
 * <p>Not for steps over several documents: each command holds independent operations on single documents, in no order.
 */
package it.dgc.generation.sharing;
