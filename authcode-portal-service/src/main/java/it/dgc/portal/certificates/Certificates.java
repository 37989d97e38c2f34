package it.dgc.portal.certificates;

import java.time.LocalDate;

import it.dgc.common.codes.AuthCode;
import it.dgc.common.person.CodiceFiscale;
import it.dgc.portal.limits.Form;
import it.dgc.portal.rendering.DocumentLanguage;

/** Certificates, as the generation service knows them. No method throws, whatever comes back, or nothing. */
public interface Certificates {

    /** @param eventDate first day of the exemption */
    Lookup find(CodiceFiscale person, LocalDate eventDate);

    /** @param code AUTHCODE or CUEV, in the spelling that its type gives it */
    Lookup find(String code);

    /**
     * Keeps the language for later documents and messages, and has the holder told (Allegato B, chapter 5).
     *
     * @param uvci of a certificate that was found, after the person was verified
     */
    Recovery<AuthCode> recoverAuthCode(String uvci, DocumentLanguage language);

    /**
     * Keeps the language; has the holder told where the form is the one without card.
     *
     * @param uvci of a certificate that was found, after the person was verified
     * @param form by which it was asked for: with code or without card
     * @return text of its QR code, {@code HC1:...}
     */
    Recovery<String> recoverCertificate(String uvci, DocumentLanguage language, Form form);
}
