/**
 * The rules over HTTP: verifiers read them at {@code /v1/dgc/settings} in the ministry's form, operators propose, approve
 * and roll back at {@code /v1/operations/rules}.
 *
 * <p>Not for deciding who is an operator: whoever comes here without a name is refused, the rest is the access room's.
 */
package it.dgc.rules.settings.http;
