/**
 * This instance's copy of the newest version, with which it serves when the store is away. Not a backup: whatever is damaged
 * is made anew from the store.
 */
package it.dgc.revocation.drl.disk;
