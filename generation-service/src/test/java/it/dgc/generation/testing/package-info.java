/** Synthetic events, clocks and stores that the tests of every room share. Not here: keys, which only signing may make. */
package it.dgc.generation.testing;
