package it.dgc.generation.delivery;

import java.net.URI;

import it.dgc.generation.issuance.Language;

/**
 * The texts of the messages (channels 2.1, 3 and 4.1). Neutral: whoever sees one over the holder's shoulder learns that
 * there is a certificate, and neither of what kind nor why. The health card is called by its official name, for it is
 * what the holder must have at hand.
 */
enum Wording {

    IT("Il tuo certificato è disponibile", """
            Il certificato di %1$s è disponibile.

            AUTHCODE: %2$s

            Per scaricarlo vai su %3$s
            e inserisci l'AUTHCODE e i dati della Tessera Sanitaria:
            solo insieme aprono il certificato.

            Conserva questo codice e non comunicarlo ad altri.

            Questo è un messaggio automatico: non rispondere.
            """, "Certificato di %1$s disponibile. Usa AUTHCODE %2$s e Tessera Sanitaria su %3$s."
            + " Non comunicare il codice ad altri."),

    EN("Your certificate is available", """
            The certificate of %1$s is available.

            AUTHCODE: %2$s

            To download it, go to %3$s
            and enter the AUTHCODE and the details of your health card:
            only together do they open the certificate.

            Keep this code and do not pass it on.

            This is an automatic message: please do not reply.
            """, "Certificate of %1$s available. Use AUTHCODE %2$s and your health card at %3$s."
            + " Do not pass the code on."),

    DE("Ihre Bescheinigung ist verfügbar", """
            Die Bescheinigung für %1$s ist verfügbar.

            AUTHCODE: %2$s

            Zum Herunterladen gehen Sie auf %3$s
            und geben Sie den AUTHCODE und die Daten der Gesundheitskarte ein:
            Nur zusammen öffnen sie die Bescheinigung.

            Bewahren Sie diesen Code auf und geben Sie ihn nicht weiter.

            Dies ist eine automatische Nachricht: Bitte antworten Sie nicht.
            """, "Bescheinigung für %1$s verfügbar. AUTHCODE %2$s und Gesundheitskarte auf %3$s eingeben."
            + " Code nicht weitergeben."),

    FR("Votre certificat est disponible", """
            Le certificat de %1$s est disponible.

            AUTHCODE : %2$s

            Pour le télécharger, allez sur %3$s
            et saisissez l'AUTHCODE et les données de la carte sanitaire :
            seuls les deux ensemble ouvrent le certificat.

            Conservez ce code et ne le communiquez à personne.

            Ceci est un message automatique : ne pas répondre.
            """, "Certificat de %1$s disponible. Utilisez AUTHCODE %2$s et la carte sanitaire sur %3$s."
            + " Ne donnez ce code à personne.");

    private static final String HTTPS = "https://";

    private final String subject;
    private final String letter;
    private final String shortMessage;

    Wording(String subject, String letter, String shortMessage) {
        this.subject = subject;
        this.letter = letter;
        this.shortMessage = shortMessage;
    }

    static Wording in(Language language) {
        return switch (language) {
            case IT -> IT;
            case EN -> EN;
            case DE -> DE;
            case FR -> FR;
        };
    }

    String subject() {
        return subject;
    }

    /** @param portal where the code is used; bears no code itself */
    String letter(HolderMessage message, URI portal) {
        return letter.formatted(message.name(), message.authCode().value(), portal);
    }

    /**
     * @return one segment (160 characters of the alphabet of 3GPP TS 23.038, section 6.2.1), as long as the portal's
     *         address without {@code https://} has at most 41 of them
     */
    String shortMessage(HolderMessage message, URI portal) {
        return shortMessage.formatted(message.name(), message.authCode().value(), shown(portal));
    }

    private static String shown(URI portal) {
        String text = portal.toString();
        return text.startsWith(HTTPS) ? text.substring(HTTPS.length()) : text;
    }
}
