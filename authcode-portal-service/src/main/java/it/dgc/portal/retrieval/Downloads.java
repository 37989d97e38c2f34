package it.dgc.portal.retrieval;

import java.util.Optional;

import it.dgc.portal.rendering.DocumentLanguage;

/** Documents behind links that work once, and for minutes. No method throws when the store is away. */
public interface Downloads {

    /**
     * @param qrText of a certificate that was just given to its holder
     * @param language of the document
     * @param kind of the document
     * @return the token of a link; empty when the store is away
     */
    Optional<String> offer(String qrText, DocumentLanguage language, DocumentKind kind);

    /**
     * Uses the link up: of any number of equal requests at most one gets the document.
     *
     * @param token as it came
     * @return the document, or nothing: unknown, used and ended are not told apart
     */
    Optional<Download> take(String token);

    /**
     * @param kind what it is
     * @param bytes of the file
     */
    record Download(DocumentKind kind, byte[] bytes) {}
}
