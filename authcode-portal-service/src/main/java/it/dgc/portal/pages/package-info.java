/**
 * The pages that citizens see (Allegato B, chapters 5 and 6): one address a page and language, rendered here, whole without
 * scripts, with nothing of third parties (architecture, D14).
 *
 * <p>Not for what the forms do, which their features know, nor for the interface of programs under {@code /v1/portal}.
 */
package it.dgc.portal.pages;
