package it.dgc.generation.delivery;

import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import it.dgc.common.codes.AuthCode;
import it.dgc.generation.issuance.Language;

/**
 * The texts of the messages (channels 2.1, 3 and 4.1). Neutral: whoever sees one over the holder's shoulder learns that
 * there is a certificate, and neither of what kind nor why; what tells of a recovery says neither what it gave. The health card is called by its official name, for it is
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
            + " Non comunicare il codice ad altri.",
            "Il tuo certificato è stato recuperato", """
                    Il %2$s il codice o il certificato di %1$s
                    è stato recuperato dal portale %3$s.

                    Se sei stato tu, non devi fare nulla.
                    Se non sei stato tu, chiama il 1500.

                    Questo è un messaggio automatico: non rispondere.
                    """, "Il %2$s il codice o il certificato di %1$s è stato recuperato dal portale."
                    + " Non sei stato tu? Chiama il 1500."),

    EN("Your certificate is available", """
            The certificate of %1$s is available.

            AUTHCODE: %2$s

            To download it, go to %3$s
            and enter the AUTHCODE and the details of your health card:
            only together do they open the certificate.

            Keep this code and do not pass it on.

            This is an automatic message: please do not reply.
            """, "Certificate of %1$s available. Use AUTHCODE %2$s and your health card at %3$s."
            + " Do not pass the code on.",
            "Your certificate was recovered", """
                    On %2$s the code or the certificate of %1$s
                    was recovered on the portal %3$s.

                    If it was you, there is nothing to do.
                    If it was not you, call 1500.

                    This is an automatic message: please do not reply.
                    """, "On %2$s the code or the certificate of %1$s was recovered on the portal."
                    + " Was it not you? Call 1500."),

    DE("Ihre Bescheinigung ist verfügbar", """
            Die Bescheinigung für %1$s ist verfügbar.

            AUTHCODE: %2$s

            Zum Herunterladen gehen Sie auf %3$s
            und geben Sie den AUTHCODE und die Daten der Gesundheitskarte ein:
            Nur zusammen öffnen sie die Bescheinigung.

            Bewahren Sie diesen Code auf und geben Sie ihn nicht weiter.

            Dies ist eine automatische Nachricht: Bitte antworten Sie nicht.
            """, "Bescheinigung für %1$s verfügbar. AUTHCODE %2$s und Gesundheitskarte auf %3$s eingeben."
            + " Code nicht weitergeben.",
            "Ihre Bescheinigung wurde abgerufen", """
                    Am %2$s wurde der Code oder die Bescheinigung für %1$s
                    im Portal %3$s abgerufen.

                    Wenn Sie das waren, müssen Sie nichts tun.
                    Wenn Sie das nicht waren, rufen Sie 1500 an.

                    Dies ist eine automatische Nachricht: Bitte antworten Sie nicht.
                    """, "Am %2$s wurde der Code oder die Bescheinigung für %1$s im Portal abgerufen."
                    + " Das waren nicht Sie? Rufen Sie 1500 an."),

    FR("Votre certificat est disponible", """
            Le certificat de %1$s est disponible.

            AUTHCODE : %2$s

            Pour le télécharger, allez sur %3$s
            et saisissez l'AUTHCODE et les données de la carte sanitaire :
            seuls les deux ensemble ouvrent le certificat.

            Conservez ce code et ne le communiquez à personne.

            Ceci est un message automatique : ne pas répondre.
            """, "Certificat de %1$s disponible. Utilisez AUTHCODE %2$s et la carte sanitaire sur %3$s."
            + " Ne donnez ce code à personne.",
            "Votre certificat a été récupéré", """
                    Le %2$s, le code ou le certificat de %1$s
                    a été récupéré sur le portail %3$s.

                    Si c'était vous, vous n'avez rien à faire.
                    Si ce n'était pas vous, appelez le 1500.

                    Ceci est un message automatique : ne pas répondre.
                    """, "Le %2$s, le code ou le certificat de %1$s a été récupéré sur le portail."
                    + " Ce n'était pas vous ? Appelez le 1500.");

    private static final String HTTPS = "https://";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);

    private final Texts available;
    private final Texts recovered;

    Wording(String subject, String letter, String shortMessage, String noticeSubject, String noticeLetter,
            String shortNotice) {
        available = new Texts(subject, letter, shortMessage);
        recovered = new Texts(noticeSubject, noticeLetter, shortNotice);
    }

    private record Texts(String subject, String letter, String shortMessage) {}

    static Wording in(Language language) {
        return switch (language) {
            case IT -> IT;
            case EN -> EN;
            case DE -> DE;
            case FR -> FR;
        };
    }

    String subject(HolderMessage message) {
        return texts(message).subject();
    }

    /** @param portal where the code is used; bears no code itself */
    String letter(HolderMessage message, URI portal) {
        return texts(message).letter().formatted(message.name(), detail(message), portal);
    }

    /**
     * @return one segment (160 characters of the alphabet of 3GPP TS 23.038, section 6.2.1), as long as the portal's
     *         address without {@code https://} has at most 41 of them
     */
    String shortMessage(HolderMessage message, URI portal) {
        return texts(message).shortMessage().formatted(message.name(), detail(message), shown(portal));
    }

    private Texts texts(HolderMessage message) {
        return switch (message.news()) {
            case HolderMessage.Available available -> this.available;
            case HolderMessage.Recovered recovered -> this.recovered;
        };
    }

    private static String detail(HolderMessage message) {
        return switch (message.news()) {
            case HolderMessage.Available(AuthCode code) -> code.value();
            case HolderMessage.Recovered(LocalDate on) -> DAY.format(on);
        };
    }

    private static String shown(URI portal) {
        String text = portal.toString();
        return text.startsWith(HTTPS) ? text.substring(HTTPS.length()) : text;
    }
}
