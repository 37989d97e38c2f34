/** How the commands speak: sentences, colours, progress, and the log file that keeps what the console does not show. */
package it.dgc.deploy.local.console;
