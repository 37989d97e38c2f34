/** Hears from the generation service what it decided; a reader of its own beside the list's, at its own pace. */
package it.dgc.revocation.requests.decisions;
