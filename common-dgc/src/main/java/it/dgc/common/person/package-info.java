/**
 * What the platform knows of a person by name: fiscal codes and names, each checked when it is made and masked when it
 * is printed.
 *
 * <p>Not here: birth dates (they are plain dates and are never taken from a fiscal code), transliteration, and whether a
 * code was really given to someone, which only Sistema TS can say.
 */
package it.dgc.common.person;
