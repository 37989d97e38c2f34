package it.dgc.generation.registry;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import it.dgc.common.uvci.Uvci;

/** The whole register, one certificate after the other, without anything personal: for auditors. */
public interface RegisterInventory {

    boolean contains(Uvci uvci);

    /** Calls back for every certificate; those that are entered meanwhile may be left out. */
    void forEach(Consumer<Line> reader);

    /**
     * @param uvci identifier
     * @param state where it stands
     * @param erased whether its personal fields have been erased
     * @param revisions ids of the changes that were made to it, or refused
     * @param waiting ids of the messages that wait in its outbox
     */
    record Line(Uvci uvci, CertificateState state, boolean erased, List<String> revisions, Set<String> waiting) {}
}
