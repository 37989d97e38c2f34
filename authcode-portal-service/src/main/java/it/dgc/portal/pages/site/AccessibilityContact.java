package it.dgc.portal.pages.site;

/**
 * Whom readers may write to about accessibility (Legge 4/2004).
 *
 * @param address an e-mail address; {@code null} where there is none
 */
public record AccessibilityContact(String address) {}
