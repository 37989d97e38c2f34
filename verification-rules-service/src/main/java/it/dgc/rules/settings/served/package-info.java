/**
 * What verifiers get now, and what they will get next, held in memory and on disk, so that reads outlive the store.
 *
 * <p>Whatever is wrong with the store, the last good rules go on; metrics and health say so (P15).
 */
package it.dgc.rules.settings.served;
