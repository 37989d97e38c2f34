/** What the tests of every module share. Not here: production code, vectors themselves. */
package it.dgc.common.testing;
