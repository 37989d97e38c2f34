package it.dgc.portal.retrieval;

import jakarta.validation.constraints.NotNull;

import it.dgc.common.person.CodiceFiscale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whom Sistema TS is asked about where there is no certificate, and so no holder.
 *
 * @param nobody a fiscal code that is well formed, as all that Sistema TS is asked about, and that nobody has: by default one of
 *            municipality A000, which there is not. Where Sistema TS names another code for this, it is set here
 */
@Validated
@ConfigurationProperties("dgc.retrieval")
record RetrievalProperties(@NotNull @DefaultValue("ZZZZZZ00A01A000S") String nobody) {

    RetrievalProperties {
        if (CodiceFiscale.parse(nobody).filter(code -> code.kind() == CodiceFiscale.Kind.PERSONAL).isEmpty()) {
            throw new IllegalArgumentException(
                    "dgc.retrieval.nobody must be a well-formed fiscal code of 16 characters");
        }
    }

    CodiceFiscale code() {
        return new CodiceFiscale(nobody);
    }
}
