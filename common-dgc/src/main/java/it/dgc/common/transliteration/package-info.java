/**
 * Writes a person's name in the letters of a machine readable zone, as {@code fnt} and {@code gnt} of a health
 * certificate demand: Latin, Cyrillic and Arabic by the tables of ICAO Doc 9303 part 3, Greek by ELOT 743.
 *
 * <p>A name that cannot be written whole is reported, never shortened in silence. Not for comparing names: the norm
 * allows a State several spellings of one letter (Ä is AE or A), and here only the first is written. Not for scripts
 * without a table (Georgian, Armenian, Hebrew, Han and others): their bearer's travel document gives the spelling.
 */
package it.dgc.common.transliteration;
