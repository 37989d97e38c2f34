package it.dgc.generation.registry;

import java.time.LocalDate;

import it.dgc.common.uvci.Uvci;

/**
 * A hint that a deferred certificate may be due.
 *
 * @param day its first day, Europe/Rome
 * @param uvci the certificate
 */
public record DueCertificate(LocalDate day, Uvci uvci) {

    private static final char SEPARATOR = '/';

    /** @return what {@link #id()} wrote */
    public static DueCertificate parse(String id) {
        int separator = id.indexOf(SEPARATOR);
        return new DueCertificate(LocalDate.parse(id.substring(0, separator)), new Uvci(id.substring(separator + 1)));
    }

    /** @return text by which it is kept, sorted by day */
    public String id() {
        return day.toString() + SEPARATOR + uvci.value();
    }
}
