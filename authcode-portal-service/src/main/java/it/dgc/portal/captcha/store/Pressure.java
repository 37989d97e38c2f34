package it.dgc.portal.captcha.store;

/**
 * What goes on, over all instances, within a minute that ends now; of the minute before, what is left of it is estimated.
 *
 * @param issued captchas
 * @param refused solutions
 */
public record Pressure(double issued, double refused) {}
