/**
 * Compressed data as zlib has it (RFC 1950, RFC 1951), written for two kinds of data of which more is known than a general compressor
 * can know: certificates, which are short and hardly repeat, and lines of pixels.
 *
 * <p>Not here: reading it, which is the JDK's.
 */
package it.dgc.common.deflate;
