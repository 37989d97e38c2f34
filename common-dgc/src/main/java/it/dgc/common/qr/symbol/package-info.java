/**
 * Writes QR symbols module by module (ISO/IEC 18004:2015), by the steps of the norm's chapter 7: analyse the text, encode
 * it, add error correction, place the modules, choose a mask, add format and version.
 *
 * <p>Not here: quiet zone, pictures, reading, and what else the norm knows: Kanji, bytes, ECI, Micro QR, structured
 * append. Nothing of it is needed for the 45 characters that base45 writes.
 */
package it.dgc.common.qr.symbol;
