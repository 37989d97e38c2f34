/** What can be checked of the papers beside the code: that machines can read them and that they name what exists. */
package it.dgc.deploy.papers;
