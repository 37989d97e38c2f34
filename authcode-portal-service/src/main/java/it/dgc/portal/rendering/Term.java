package it.dgc.portal.rendering;

import java.util.List;

/** The words of the document in the four languages, in the order of {@link DocumentLanguage}. */
enum Term {

    /** Says of no kind: it stands outside and is the title of the file. */
    TITLE("Certificazione digitale COVID-19", "Digital COVID-19 certificate", "Digitale COVID-19-Bescheinigung",
            "Certificat numérique COVID-19"),
    /** Before the name, as what a screen reader says instead of the picture. */
    QR_OF("Codice QR della certificazione di", "QR code of the certificate of", "QR-Code der Bescheinigung von",
            "Code QR du certificat de"), NAME("Cognome e nome", "Surname and forename", "Nachname und Vorname",
                    "Nom et prénom"), BIRTH_DATE("Data di nascita (aaaa-mm-gg)", "Date of birth (yyyy-mm-dd)",
                            "Geburtsdatum (JJJJ-MM-TT)",
                            "Date de naissance (aaaa-mm-jj)"), IDENTIFIER("Identificativo univoco", "Unique identifier",
                                    "Eindeutige Kennung", "Identifiant unique"), KIND(
                                            "Certificazione di esenzione dalla vaccinazione anti-COVID-19",
                                            "COVID-19 vaccination exemption certificate",
                                            "Bescheinigung der Befreiung von der COVID-19-Impfung",
                                            "Certificat d’exemption de vaccination COVID-19"), STATEMENT(
                                                    "Soggetto esente dalla vaccinazione anti SARS-CoV-2/COVID-19.",
                                                    "Person exempt from vaccination against SARS-CoV-2/COVID-19.",
                                                    "Von der Impfung gegen SARS-CoV-2/COVID-19 befreite Person.",
                                                    "Personne exemptée de la vaccination contre le SARS-CoV-2/COVID-19."), DISEASE(
                                                            "Malattia o agente bersaglio", "Disease or agent targeted",
                                                            "Krankheit oder Erreger",
                                                            "Maladie ou agent cible"), FROM("Valida dal", "Valid from",
                                                                    "Gültig ab", "Valable à partir du"), UNTIL(
                                                                            "Valida fino al, compreso",
                                                                            "Valid until, inclusive",
                                                                            "Gültig bis einschließlich",
                                                                            "Valable jusqu’au, inclus"), NO_END(
                                                                                    "senza data di fine", "no end date",
                                                                                    "ohne Enddatum",
                                                                                    "sans date de fin"), DOCTOR(
                                                                                            "Codice fiscale del medico certificatore",
                                                                                            "Fiscal code of the certifying doctor",
                                                                                            "Steuernummer der ausstellenden Ärztin oder des Arztes",
                                                                                            "Code fiscal du médecin certificateur"), CUEV(
                                                                                                    "Codice univoco esenzione vaccinale (CUEV)",
                                                                                                    "Unique vaccination exemption code (CUEV)",
                                                                                                    "Eindeutiger Code der Impfbefreiung (CUEV)",
                                                                                                    "Code unique d’exemption de vaccination (CUEV)"), ISSUER(
                                                                                                            "Rilasciata da",
                                                                                                            "Issued by",
                                                                                                            "Ausgestellt von",
                                                                                                            "Délivré par"), SCOPE(
                                                                                                                    "Valida solo in Italia",
                                                                                                                    "Valid only in Italy",
                                                                                                                    "Nur in Italien gültig",
                                                                                                                    "Valable uniquement en Italie"), VERIFICATION(
                                                                                                                            "Per controllarla si legge il codice QR con l’app VerificaC19, che mostra solo l’esito, il nome e la data di nascita.",
                                                                                                                            "It is checked by reading the QR code with the VerificaC19 app, which shows only the outcome, the name and the date of birth.",
                                                                                                                            "Geprüft wird sie durch Lesen des QR-Codes mit der App VerificaC19, die nur Ergebnis, Namen und Geburtsdatum anzeigt.",
                                                                                                                            "On le contrôle en lisant le code QR avec l’application VerificaC19, qui n’affiche que le résultat, le nom et la date de naissance."), FOLDING(
                                                                                                                                    "Piega il foglio a metà lungo la linea orizzontale, poi lungo quella verticale: il codice QR resta fuori, i dati di questa pagina restano dentro.",
                                                                                                                                    "Fold the sheet in half along the horizontal line, then along the vertical one: the QR code stays outside, the data on this side inside.",
                                                                                                                                    "Falte das Blatt erst an der waagrechten, dann an der senkrechten Linie: Der QR-Code bleibt außen, die Angaben dieser Seite innen.",
                                                                                                                                    "Plie la feuille en deux selon la ligne horizontale, puis la verticale : le code QR reste à l’extérieur, les données de cette page à l’intérieur."), ADVICE(
                                                                                                                                            "Mostra solo la pagina con il codice QR.",
                                                                                                                                            "Show only the page with the QR code.",
                                                                                                                                            "Zeige nur die Seite mit dem QR-Code.",
                                                                                                                                            "Ne montre que la page avec le code QR.");

    private final List<String> texts;

    Term(String... texts) {
        this.texts = List.of(texts);
    }

    String in(DocumentLanguage language) {
        return texts.get(language.ordinal());
    }
}
