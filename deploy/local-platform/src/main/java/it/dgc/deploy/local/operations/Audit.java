package it.dgc.deploy.local.operations;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import it.dgc.generation.audit.AuditReport;
import it.dgc.generation.audit.AuditVerification;
import it.dgc.generation.audit.NotedHead;
import it.dgc.generation.registry.mongo.Registries;

/** Proves the audit trail of a platform that may be at work: an event on its way to the chain is not yet missing. */
public final class Audit {

    private Audit() {}

    /**
     * @param store without a database
     * @param noted a head that was noted down before
     * @param patience how long to wait for events that are on their way
     * @return what was found
     */
    public static AuditReport verify(String store, Optional<NotedHead> noted, Duration patience) {
        return GenerationStore.ask(store, database -> {
            AuditVerification verification = AuditVerification.of(database, Registries.inventory(database));
            return settled(() -> noted.map(verification::verify).orElseGet(verification::verify), patience);
        });
    }

    /** Asks until nothing is on its way, or what is wrong cannot be mended by waiting. */
    static AuditReport settled(Supplier<AuditReport> question, Duration patience) {
        return Waiting.until(report -> !mayStillCome(report), question, patience);
    }

    private static boolean mayStillCome(AuditReport report) {
        boolean forged = report.brokenAt().isPresent() || report.rewritten().isPresent()
                || !report.unfounded().isEmpty();
        return !forged && (!report.missing().isEmpty() || report.waiting() > 0);
    }
}
