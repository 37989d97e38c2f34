/**
 * Days and instants as text. Several rooms read them: messages bring them, and the checker reads what it is about to let
 * through.
 *
 * <p>Not here: which days are good for a field, and what day it is.
 */
package it.dgc.generation.calendar;
