/**
 * Breaches of the rules, on purpose: below the name of each rule a small copy of the house's layout with one class that
 * breaks this rule and neighbours that do not. No code of the platform.
 */
package it.dgc.deploy.rules.seeded;
