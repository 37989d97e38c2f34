package it.dgc.generation.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

import it.dgc.common.codes.Cuev;
import it.dgc.common.person.CodiceFiscale;
import it.dgc.common.uvci.Uvci;
import it.dgc.generation.registry.CertificateEntry;
import it.dgc.generation.registry.CertificateRegistry;
import it.dgc.generation.registry.CertificateState;
import it.dgc.generation.registry.Channel;
import it.dgc.generation.registry.DueCertificate;
import it.dgc.generation.registry.Erasures;
import it.dgc.generation.registry.Intent;
import it.dgc.generation.registry.LeasedMessages;
import it.dgc.generation.registry.NewCertificate;
import it.dgc.generation.registry.Outbox;
import it.dgc.generation.registry.OutboxLease;
import it.dgc.generation.registry.OutboxMessage;
import it.dgc.generation.registry.Revision;
import it.dgc.generation.registry.Revisions;
import it.dgc.generation.registry.Signed;
import it.dgc.generation.registry.SignedCertificate;
import it.dgc.generation.registry.TestHistory;
import it.dgc.generation.secrets.BlindIndex;

/** The register in memory; it keeps the contract that the one in MongoDB keeps, so that issuance may trust it. */
public final class InMemoryRegistry implements CertificateRegistry, Outbox {

    private static final Duration OWN_LEASE = Duration.ofSeconds(30);
    private static final Duration LEFT_TO_SWEEP = Duration.ofSeconds(1);
    private static final Duration STEP_TAKES_AT_MOST = Duration.ofHours(1);
    private static final Duration STEP_IS_TAKEN_AFTER = Duration.ofMinutes(5);

    private final BlindIndex index;
    private final Clock clock;
    private final Map<Uvci, CertificateEntry> entries = new LinkedHashMap<>();
    private final Map<Cuev, Uvci> byCuev = new HashMap<>();
    private final Map<Uvci, List<OutboxMessage>> outboxes = new HashMap<>();
    private final Map<Uvci, Instant> leases = new LinkedHashMap<>();
    private final Map<Uvci, Instant> announcements = new HashMap<>();
    private final Map<Uvci, Integer> leased = new HashMap<>();
    private final TreeSet<DueCertificate> deferrals = byDay();
    private final TreeSet<DueCertificate> ends = byDay();
    private final TreeSet<DueCertificate> revoked = byDay();
    private final Map<Uvci, LocalDate> firstDays = new HashMap<>();
    private final Map<Uvci, CodiceFiscale> doctors = new HashMap<>();
    private final Map<Uvci, Set<Channel>> channels = new HashMap<>();
    private final Set<Uvci> erased = new HashSet<>();
    private final Map<Uvci, RuntimeException> spoilt = new HashMap<>();

    public InMemoryRegistry(BlindIndex index, Clock clock) {
        this.index = index;
        this.clock = clock;
    }

    /** @return every entry, in the order in which they came */
    public synchronized List<CertificateEntry> all() {
        return List.copyOf(entries.values());
    }

    /** From now on whoever looks for that certificate gets {@code failure}. */
    public synchronized void spoil(Uvci uvci, RuntimeException failure) {
        spoilt.put(uvci, failure);
    }

    @Override
    public synchronized List<Optional<CertificateEntry>> findAll(List<Cuev> cuevs) {
        return cuevs.stream().map(cuev -> Optional.ofNullable(byCuev.get(cuev)).flatMap(this::find)).toList();
    }

    @Override
    public synchronized Optional<CertificateEntry> find(Uvci uvci) {
        if (spoilt.containsKey(uvci)) {
            throw spoilt.get(uvci);
        }
        return Optional.ofNullable(entries.get(uvci));
    }

    @Override
    public synchronized List<Boolean> addAll(List<NewCertificate> certificates) {
        return certificates.stream().map(this::enter).toList();
    }

    private boolean enter(NewCertificate certificate) {
        if (entries.containsKey(certificate.uvci()) || byCuev.containsKey(certificate.cuev())) {
            return false;
        }
        entries.put(certificate.uvci(), entry(certificate));
        byCuev.put(certificate.cuev(), certificate.uvci());
        firstDays.put(certificate.uvci(), certificate.validFrom());
        doctors.put(certificate.uvci(), certificate.doctor());
        certificate.validUntil().ifPresent(day -> ends.add(new DueCertificate(day, certificate.uvci())));
        switch (certificate.standing()) {
            case NewCertificate.Deferred() -> deferrals.add(
                    new DueCertificate(certificate.validFrom(), certificate.uvci()));
            case NewCertificate.Pinned pinned -> ends.add(end(certificate.uvci(), pinned.intent()));
            case NewCertificate.Refused refused -> put(certificate.uvci(), LEFT_TO_SWEEP, refused.messages());
        }
        return true;
    }

    @Override
    public synchronized boolean pin(Uvci uvci, Intent intent) {
        ends.add(end(uvci, intent));
        return step(uvci, CertificateState.DEFERRED, CertificateState.PINNED, Optional.of(intent), Optional.empty(),
                Optional.empty());
    }

    @Override
    public synchronized boolean repin(Uvci uvci, Intent from, Intent to) {
        ends.add(end(uvci, to));
        return isPinned(uvci, from) && step(uvci, CertificateState.PINNED, CertificateState.PINNED, Optional.of(to),
                Optional.empty(), Optional.empty());
    }

    private boolean isPinned(Uvci uvci, Intent intent) {
        return find(uvci).flatMap(CertificateEntry::intent).filter(intent::equals).isPresent();
    }

    @Override
    public synchronized boolean refuse(Uvci uvci, String reason, LocalDate day, List<OutboxMessage> messages) {
        return refuse(uvci, CertificateState.DEFERRED, reason, day, messages);
    }

    @Override
    public synchronized boolean withdraw(Uvci uvci, String reason, LocalDate day, List<OutboxMessage> messages) {
        return refuse(uvci, CertificateState.PINNED, reason, day, messages);
    }

    private boolean refuse(Uvci uvci, CertificateState from, String reason, LocalDate day,
            List<OutboxMessage> messages) {
        ends.add(new DueCertificate(day, uvci));
        boolean refused = step(uvci, from, CertificateState.REFUSED, Optional.empty(),
                Optional.empty(), Optional.of(reason));
        if (refused) {
            put(uvci, LEFT_TO_SWEEP, messages);
        }
        return refused;
    }

    @Override
    public synchronized List<Optional<OutboxLease>> issueAll(List<SignedCertificate> certificates) {
        return certificates.stream().map(one -> take(one.uvci(), one.signed(), one.channels(), one.messages()))
                .toList();
    }

    private Optional<OutboxLease> take(Uvci uvci, Signed signed, Set<Channel> channels, List<OutboxMessage> messages) {
        put(uvci, OWN_LEASE, List.of());
        if (!isPinned(uvci, signed.intent()) || !step(uvci, CertificateState.PINNED, CertificateState.ISSUED,
                Optional.empty(), Optional.of(signed.qrText()), Optional.empty())) {
            return Optional.empty();
        }
        outboxes.get(uvci).addAll(messages);
        this.channels.put(uvci, Set.copyOf(channels));
        return Optional.of(new OutboxLease(uvci, leases.get(uvci)));
    }

    @Override
    public synchronized List<DueCertificate> due(LocalDate day, int limit) {
        return deferrals.stream().filter(due -> !due.day().isAfter(day)).limit(limit).toList();
    }

    @Override
    public synchronized void settled(DueCertificate due) {
        deferrals.remove(due);
    }

    @Override
    public synchronized List<OutboxMessage> pending(Uvci uvci) {
        return List.copyOf(outboxes.getOrDefault(uvci, List.of()));
    }

    @Override
    public synchronized void sent(List<LeasedMessages> sent) {
        sent.forEach(one -> take(one.lease(), one.messages()));
    }

    private void take(OutboxLease lease, List<OutboxMessage> messages) {
        List<OutboxMessage> outbox = outboxes.getOrDefault(lease.uvci(), new ArrayList<>());
        outbox.removeAll(messages);
        CertificateEntry entry = entries.get(lease.uvci());
        boolean settled = entry != null && entry.state().isFinal() && outbox.isEmpty()
                && (leased.get(lease.uvci()) == 1 || isAnnouncedBefore(lease.uvci(), STEP_IS_TAKEN_AFTER));
        boolean forgotten = entry == null && isAnnouncedBefore(lease.uvci(), STEP_TAKES_AT_MOST);
        if ((forgotten || settled) && leases.remove(lease.uvci(), lease.until())) {
            leased.remove(lease.uvci());
        }
    }

    private boolean isAnnouncedBefore(Uvci uvci, Duration ago) {
        return announcements.get(uvci).isBefore(clock.instant().minus(ago));
    }

    @Override
    public synchronized Optional<OutboxLease> lease(Duration time) {
        Optional<Uvci> free = leases.entrySet().stream().filter(lease -> lease.getValue().isBefore(clock.instant()))
                .map(Map.Entry::getKey).findFirst();
        free.ifPresent(uvci -> lease(uvci, time));
        return free.map(uvci -> new OutboxLease(uvci, leases.get(uvci)));
    }

    /** @return by which the holder is to be told of a certificate */
    public synchronized Set<Channel> channels(Uvci uvci) {
        return channels.getOrDefault(uvci, Set.of());
    }

    /** @return the erasing side of the same register */
    public Erasures erasures() {
        return new InMemoryErasures();
    }

    /** @return the revoking side of the same register */
    public Revisions revisions() {
        return new InMemoryRevisions();
    }

    private synchronized boolean erase(Uvci uvci, List<OutboxMessage> messages) {
        CertificateEntry old = entries.get(uvci);
        if (old == null || !old.state().isFinal() || !erased.add(uvci)) {
            return false;
        }
        entries.put(uvci, new CertificateEntry(uvci, old.state(), old.contentIndex(), Optional.empty(),
                old.validUntil(), old.intent(), Optional.empty(), old.refusal(), old.grounds(), old.revisions(),
                TestHistory.NONE));
        put(uvci, LEFT_TO_SWEEP, messages);
        return true;
    }

    private void put(Uvci uvci, Duration lease, List<OutboxMessage> messages) {
        announcements.put(uvci, clock.instant());
        lease(uvci, lease);
        outboxes.computeIfAbsent(uvci, none -> new ArrayList<>()).addAll(messages);
    }

    private void lease(Uvci uvci, Duration time) {
        leases.put(uvci, end(time));
        leased.merge(uvci, 1, Integer::sum);
    }

    private static TreeSet<DueCertificate> byDay() {
        return new TreeSet<>(Comparator.comparing(DueCertificate::day).thenComparing(due -> due.uvci().value()));
    }

    private static DueCertificate end(Uvci uvci, Intent intent) {
        return new DueCertificate(LocalDate.ofInstant(intent.expiresAt(), ZoneOffset.UTC), uvci);
    }

    private final class InMemoryRevisions implements Revisions {

        @Override
        public Optional<OutboxLease> revise(CertificateEntry from, Revision revision, LocalDate lastDay) {
            synchronized (InMemoryRegistry.this) {
                CertificateEntry old = entries.get(from.uvci());
                if (!old.equals(from)) {
                    return Optional.empty();
                }
                if (revision.state().isFinal() && old.record().isPresent()) {
                    ends.add(new DueCertificate(lastDay, old.uvci()));
                }
                List<String> revisions = new ArrayList<>(old.revisions());
                revisions.add(revision.id());
                entries.put(from.uvci(), new CertificateEntry(old.uvci(), revision.state(), old.contentIndex(),
                        old.record(), old.validUntil(), old.intent(), old.qrText(), old.refusal(), revision.grounds(),
                        List.copyOf(revisions), known(revision, old)));
                return Optional.of(announced(from.uvci(), revision, lastDay));
            }
        }

        private static TestHistory known(Revision revision, CertificateEntry old) {
            return revision.tests().equals(TestHistory.NONE) ? old.tests() : revision.tests();
        }

        private OutboxLease announced(Uvci uvci, Revision revision, LocalDate lastDay) {
            if (!revision.grounds().isEmpty()) {
                revoked.add(new DueCertificate(lastDay, uvci));
            }
            if (!revision.state().isFinal()) {
                deferrals.add(new DueCertificate(firstDays.get(uvci), uvci));
            }
            put(uvci, OWN_LEASE, revision.messages());
            return new OutboxLease(uvci, leases.get(uvci));
        }

        @Override
        public Optional<OutboxLease> entomb(Uvci uvci, Cuev cuev, Revision revision, LocalDate lastDay) {
            synchronized (InMemoryRegistry.this) {
                if (entries.containsKey(uvci)) {
                    return Optional.empty();
                }
                entries.put(uvci, new CertificateEntry(uvci, revision.state(), "", Optional.empty(), Optional.empty(),
                        Optional.empty(), Optional.empty(), Optional.empty(), revision.grounds(),
                        List.of(revision.id()), revision.tests()));
                byCuev.put(cuev, uvci);
                return Optional.of(announced(uvci, revision, lastDay));
            }
        }

        @Override
        public void meet(NewCertificate certificate, LocalDate lastDay) {
            synchronized (InMemoryRegistry.this) {
                CertificateEntry old = entries.get(certificate.uvci());
                firstDays.put(certificate.uvci(), certificate.validFrom());
                deferrals.add(new DueCertificate(certificate.validFrom(), certificate.uvci()));
                ends.add(new DueCertificate(lastDay, certificate.uvci()));
                entries.put(old.uvci(), new CertificateEntry(old.uvci(),
                        old.grounds().isEmpty() ? CertificateState.DEFERRED : old.state(),
                        index.ofContent(certificate.record()), Optional.of(certificate.record()),
                        certificate.validUntil(), old.intent(), old.qrText(), old.refusal(), old.grounds(),
                        old.revisions(), old.tests()));
            }
        }

        @Override
        public void forEachOf(CodiceFiscale doctor, Consumer<Uvci> reader) {
            synchronized (InMemoryRegistry.this) {
                all().stream().filter(entry -> doctor.equals(doctors.get(entry.uvci())) && entry.record().isPresent())
                        .map(CertificateEntry::uvci).forEach(reader);
            }
        }

        @Override
        public List<DueCertificate> ended(LocalDate day, int limit) {
            synchronized (InMemoryRegistry.this) {
                return revoked.stream().filter(end -> !end.day().isAfter(day)).limit(limit).toList();
            }
        }

        @Override
        public void end(DueCertificate ended, int revisions, OutboxMessage message) {
            synchronized (InMemoryRegistry.this) {
                if (entries.get(ended.uvci()).revisions().size() != revisions) {
                    return;
                }
                if (!entries.get(ended.uvci()).grounds().isEmpty()) {
                    put(ended.uvci(), LEFT_TO_SWEEP, List.of(message));
                }
                revoked.remove(ended);
            }
        }
    }

    private final class InMemoryErasures implements Erasures {

        @Override
        public List<DueCertificate> ended(LocalDate day, int limit) {
            synchronized (InMemoryRegistry.this) {
                return ends.stream().filter(end -> !end.day().isAfter(day)).limit(limit).toList();
            }
        }

        @Override
        public boolean erase(Uvci uvci, List<OutboxMessage> messages) {
            return InMemoryRegistry.this.erase(uvci, messages);
        }

        @Override
        public void settled(DueCertificate ended) {
            synchronized (InMemoryRegistry.this) {
                ends.remove(ended);
            }
        }
    }

    private boolean step(Uvci uvci, CertificateState from, CertificateState to, Optional<Intent> intent,
            Optional<String> qrText, Optional<String> refusal) {
        CertificateEntry old = entries.get(uvci);
        if (old == null || old.state() != from) {
            return false;
        }
        entries.put(uvci,
                new CertificateEntry(uvci, to, old.contentIndex(), old.record(), old.validUntil(),
                        intent.or(old::intent),
                        qrText.or(old::qrText), refusal.or(old::refusal), old.grounds(), old.revisions(),
                        old.tests()));
        return true;
    }

    private CertificateEntry entry(NewCertificate certificate) {
        String content = index.ofContent(certificate.record());
        return switch (certificate.standing()) {
            case NewCertificate.Pinned pinned -> entry(certificate, content, CertificateState.PINNED,
                    Optional.of(pinned.intent()), Optional.empty());
            case NewCertificate.Deferred() -> entry(certificate, content, CertificateState.DEFERRED, Optional.empty(),
                    Optional.empty());
            case NewCertificate.Refused refused -> entry(certificate, content, CertificateState.REFUSED,
                    Optional.empty(), Optional.of(refused.reason()));
        };
    }

    private static CertificateEntry entry(NewCertificate certificate, String content, CertificateState state,
            Optional<Intent> intent, Optional<String> refusal) {
        return new CertificateEntry(certificate.uvci(), state, content, Optional.of(certificate.record()),
                certificate.validUntil(), intent, Optional.empty(), refusal, Set.of(), List.of(), TestHistory.NONE);
    }

    private Instant end(Duration time) {
        return clock.instant().plus(time).truncatedTo(ChronoUnit.MILLIS);
    }
}
