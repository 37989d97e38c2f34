package it.dgc.generation.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import it.dgc.generation.deadletters.DeadLetters;
import it.dgc.generation.events.AuditEventFactory;
import it.dgc.generation.registry.CertificateEntry;
import it.dgc.generation.registry.CertificateRegistry;
import it.dgc.generation.registry.DueCertificate;
import it.dgc.generation.registry.Erasures;
import it.dgc.generation.secrets.SecretsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks for what has ended long enough ago, and erases it. */
class Erasure {

    private static final Logger LOG = LoggerFactory.getLogger(Erasure.class);
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final int AT_ONCE = 10_000;

    private final Erasures erasures;
    private final CertificateRegistry registry;
    private final DeadLetters deadLetters;
    private final RetentionProperties kept;
    private final Clock clock;

    Erasure(Erasures erasures, CertificateRegistry registry, DeadLetters deadLetters, RetentionProperties kept,
            Clock clock) {
        this.erasures = erasures;
        this.registry = registry;
        this.deadLetters = deadLetters;
        this.kept = kept;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${dgc.retention.look-every:1h}")
    void erase() {
        deadLetters.forget(clock.instant().minus(kept.refusals()));
        LocalDate today = LocalDate.ofInstant(clock.instant(), ROME);
        List<DueCertificate> ended = erasures.ended(today.minus(kept.certificates()).minusDays(1), AT_ONCE);
        long erased = ended.stream().filter(this::isErasedOrLeft).count();
        if (erased > 0) {
            LOG.info("Erased the personal fields of {} certificates that have ended", erased);
        }
    }

    /** One that cannot be read must not keep the others. */
    private boolean isErasedOrLeft(DueCertificate ended) {
        try {
            return isErased(ended);
        } catch (SecretsException e) {
            LOG.warn("A certificate that has ended cannot be read: {}", e.getClass().getName());
            return false;
        }
    }

    /** A hint without its certificate stays: the certificate, or its notification, may be about to be entered. */
    private boolean isErased(DueCertificate ended) {
        Optional<CertificateEntry> entry = registry.find(ended.uvci())
                .filter(found -> found.state().isFinal() && !found.isTombstone());
        boolean hasEnded = entry.filter(found -> !end(found, ended).isAfter(ended.day())).isPresent();
        boolean erased = hasEnded && erasures.erase(ended.uvci(),
                List.of(AuditEventFactory.erased(ended.uvci(), clock.instant())));
        entry.ifPresent(found -> erasures.settled(ended));
        return erased;
    }

    /** What has no end and was never signed ended on the day that was noted when that became known. */
    private static LocalDate end(CertificateEntry entry, DueCertificate ended) {
        return entry.validUntil()
                .or(() -> entry.intent().map(intent -> LocalDate.ofInstant(intent.expiresAt(), ZoneOffset.UTC)))
                .orElse(ended.day());
    }
}
