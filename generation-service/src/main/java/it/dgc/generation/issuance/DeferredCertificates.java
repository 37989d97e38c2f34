package it.dgc.generation.issuance;

import java.time.Clock;
import java.util.List;

import it.dgc.generation.registry.CertificateEntry;
import it.dgc.generation.registry.CertificateRegistry;
import it.dgc.generation.registry.CertificateState;
import it.dgc.generation.registry.DueCertificate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Issues the certificates whose first day has come (architecture D6), also those whose midnight we slept through. */
class DeferredCertificates {

    private static final Logger LOG = LoggerFactory.getLogger(DeferredCertificates.class);
    private static final int AT_ONCE = 10_000;

    private final CertificateRegistry registry;
    private final CertificateIssuance issuance;
    private final Clock clock;

    DeferredCertificates(CertificateRegistry registry, CertificateIssuance issuance, Clock clock) {
        this.registry = registry;
        this.issuance = issuance;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${dgc.issuance.look-for-due-every:10s}")
    void issueDue() {
        List<DueCertificate> due = registry.due(ValidityWindow.today(clock.instant()), AT_ONCE);
        long failed = due.stream().filter(certificate -> !settled(certificate)).count();
        if (failed > 0) {
            LOG.warn("{} of {} certificates that are due could not be issued now", failed, due.size());
        }
    }

    /** One that fails must not keep the others waiting: it stays due, and is tried again with the next look. */
    private boolean settled(DueCertificate due) {
        try {
            registry.find(due.uvci()).ifPresent(entry -> settle(due, entry));
            return true;
        } catch (RuntimeException e) {
            LOG.debug("A certificate that is due could not be issued: {}", e.getClass().getName());
            return false;
        }
    }

    private void settle(DueCertificate due, CertificateEntry entry) {
        if (entry.state() == CertificateState.DEFERRED) {
            issuance.becomeDue(entry);
        } else if (entry.state() == CertificateState.PINNED) {
            issuance.complete(entry);
        }
        if (registry.find(due.uvci()).filter(DeferredCertificates::isUnfinished).isEmpty()) {
            registry.settled(due);
        }
    }

    /** Another instance may have pinned it and be gone: until it is finished, it stays due. */
    private static boolean isUnfinished(CertificateEntry entry) {
        return entry.state() == CertificateState.DEFERRED || entry.state() == CertificateState.PINNED;
    }
}
