package it.dgc.generation.issuance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import it.dgc.common.codes.Cuev;
import it.dgc.common.uvci.Uvci;
import it.dgc.generation.registry.CertificateEntry;
import it.dgc.generation.registry.CertificateRegistry;
import it.dgc.generation.registry.DueCertificate;
import it.dgc.generation.registry.Intent;
import it.dgc.generation.registry.NewCertificate;
import it.dgc.generation.registry.OutboxLease;
import it.dgc.generation.registry.OutboxMessage;
import it.dgc.generation.registry.SignedCertificate;

/** A register whose store fails once, at the step and on the side of it that the test wants. */
final class FailingRegistry implements CertificateRegistry {

    /** Where the crash comes. */
    enum Crash {
        BEFORE_ADD, AFTER_ADD, BEFORE_PIN, AFTER_PIN, BEFORE_REPIN, AFTER_REPIN, BEFORE_ISSUE, AFTER_ISSUE, BEFORE_REFUSE, AFTER_REFUSE, BEFORE_SETTLED, AFTER_SETTLED, NEVER
    }

    /** What a caller sees of it. */
    static final class StoreFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final CertificateRegistry registry;
    private Crash crash = Crash.NEVER;

    FailingRegistry(CertificateRegistry registry) {
        this.registry = registry;
    }

    void failOnce(Crash at) {
        crash = at;
    }

    /** @return whether the crash is still to come */
    boolean isToFail() {
        return crash != Crash.NEVER;
    }

    @Override
    public List<Optional<CertificateEntry>> findAll(List<Cuev> cuevs) {
        return registry.findAll(cuevs);
    }

    @Override
    public Optional<CertificateEntry> find(Uvci uvci) {
        return registry.find(uvci);
    }

    @Override
    public List<Boolean> addAll(List<NewCertificate> certificates) {
        return step(Crash.BEFORE_ADD, Crash.AFTER_ADD, () -> registry.addAll(certificates));
    }

    @Override
    public boolean pin(Uvci uvci, Intent intent) {
        return step(Crash.BEFORE_PIN, Crash.AFTER_PIN, () -> registry.pin(uvci, intent));
    }

    @Override
    public boolean repin(Uvci uvci, Intent from, Intent to) {
        return step(Crash.BEFORE_REPIN, Crash.AFTER_REPIN, () -> registry.repin(uvci, from, to));
    }

    @Override
    public boolean refuse(Uvci uvci, String reason, LocalDate day, List<OutboxMessage> messages) {
        return step(Crash.BEFORE_REFUSE, Crash.AFTER_REFUSE, () -> registry.refuse(uvci, reason, day, messages));
    }

    @Override
    public boolean withdraw(Uvci uvci, String reason, LocalDate day, List<OutboxMessage> messages) {
        return step(Crash.BEFORE_REFUSE, Crash.AFTER_REFUSE, () -> registry.withdraw(uvci, reason, day, messages));
    }

    @Override
    public List<Optional<OutboxLease>> issueAll(List<SignedCertificate> certificates) {
        return step(Crash.BEFORE_ISSUE, Crash.AFTER_ISSUE, () -> registry.issueAll(certificates));
    }

    @Override
    public List<DueCertificate> due(LocalDate day, int limit) {
        return registry.due(day, limit);
    }

    @Override
    public void settled(DueCertificate due) {
        step(Crash.BEFORE_SETTLED, Crash.AFTER_SETTLED, () -> {
            registry.settled(due);
            return null;
        });
    }

    private <T> T step(Crash before, Crash after, Supplier<T> taken) {
        failAt(before);
        T result = taken.get();
        failAt(after);
        return result;
    }

    private void failAt(Crash here) {
        if (crash == here) {
            crash = Crash.NEVER;
            throw new StoreFailure();
        }
    }
}
