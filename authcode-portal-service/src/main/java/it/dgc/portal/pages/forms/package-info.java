/**
 * The three forms and their answers (Allegato B, Tables 3 and 4), as a citizen fills them in and gets them back.
 *
 * <p>Not for verifying anybody: what was typed is read here, and asked elsewhere.
 */
package it.dgc.portal.pages.forms;
