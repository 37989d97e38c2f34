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

    static DueCertificate parse(String id) {
        int separator = id.indexOf(SEPARATOR);
        return new DueCertificate(LocalDate.parse(id.substring(0, separator)), new Uvci(id.substring(separator + 1)));
    }

    String id() {
        return day.toString() + SEPARATOR + uvci.value();
    }
}
