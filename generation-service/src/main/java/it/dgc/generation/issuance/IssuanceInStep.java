package it.dgc.generation.issuance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import it.dgc.common.codes.Cuev;
import it.dgc.common.person.CodiceFiscale;
import it.dgc.generation.events.EventRelay;
import it.dgc.generation.issuance.GenerationOutcome.Issued;
import it.dgc.generation.registry.CertificateEntry;
import it.dgc.generation.registry.CertificateRegistry;
import it.dgc.generation.registry.LeasedMessages;
import it.dgc.generation.registry.OutboxLease;
import it.dgc.generation.registry.RevokedBatches;
import it.dgc.generation.registry.SignedCertificate;
import it.dgc.generation.registry.SuspendedDoctors;
import it.dgc.generation.signing.SignerRing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The common road of {@link CertificateIssuance} for many events at once: new ones that nothing stands against are looked up,
 * entered, signed, stored and told of by the same steps in the same order, each step of all of them in one command (ADR 0023).
 * All others are left to be handled one by one.
 */
public final class IssuanceInStep {

    private static final Logger LOG = LoggerFactory.getLogger(IssuanceInStep.class);

    private final CertificateIssuance issuance;
    private final CertificateRegistry registry;
    private final SignerRing signers;
    private final EventRelay relay;
    private final SuspendedDoctors suspended;
    private final RevokedBatches batches;

    IssuanceInStep(CertificateIssuance issuance, CertificateRegistry registry, SignerRing signers, EventRelay relay,
            SuspendedDoctors suspended, RevokedBatches batches) {
        this.issuance = issuance;
        this.registry = registry;
        this.signers = signers;
        this.relay = relay;
        this.suspended = suspended;
        this.batches = batches;
    }

    /**
     * @param events checked field by field, of different exemptions
     * @return what became of those that went this road; the others are still to be handled, each by itself, also where
     *         something of them was done already
     * @throws RuntimeException if the store or the broker fails: all may be handed in again
     */
    public Map<Cuev, GenerationOutcome> handle(List<EventToCertify> events) {
        List<ReadyToSign> entered = enter(ready(events));
        Map<Cuev, GenerationOutcome> outcomes = new LinkedHashMap<>();
        List<ReadyToSign> toSign = new ArrayList<>();
        List<Boolean> areRevoked = areRevoked(entered.stream().map(ReadyToSign::event).toList());
        for (int i = 0; i < entered.size(); i++) {
            if (areRevoked.get(i)) {
                outcomes.put(entered.get(i).event().cuev(), issuance.sign(entered.get(i)));
            } else {
                toSign.add(entered.get(i));
            }
        }
        outcomes.putAll(issue(toSign));
        return outcomes;
    }

    private List<ReadyToSign> ready(List<EventToCertify> events) {
        List<Optional<CertificateEntry>> known = registry.findAll(events.stream().map(EventToCertify::cuev).toList());
        List<EventToCertify> unknown = IntStream.range(0, events.size()).filter(i -> known.get(i).isEmpty())
                .mapToObj(events::get).toList();
        if (unknown.isEmpty()) {
            return List.of();
        }
        Set<CodiceFiscale> suspendedNow = suspended.among(
                unknown.stream().map(IssuanceInStep::doctor).collect(Collectors.toUnmodifiableSet()));
        List<Boolean> areRevoked = areRevoked(unknown);
        return IntStream.range(0, unknown.size()).filter(i -> !areRevoked.get(i))
                .mapToObj(i -> ready(unknown.get(i), suspendedNow)).flatMap(Optional::stream).toList();
    }

    private Optional<ReadyToSign> ready(EventToCertify event, Set<CodiceFiscale> suspendedNow) {
        try {
            return issuance.prepare(event, suspendedNow::contains);
        } catch (RuntimeException e) {
            return alone(e);
        }
    }

    /** Whatever it is, it comes again where the event is handled by itself, and is judged there. */
    private static <T> Optional<T> alone(RuntimeException failure) {
        LOG.debug("Left to be handled by itself: {}", failure.getClass().getName());
        return Optional.empty();
    }

    private static CodiceFiscale doctor(EventToCertify event) {
        return event.statement().doctor().fiscalCode();
    }

    private List<Boolean> areRevoked(List<EventToCertify> events) {
        return batches.covering(events.stream()
                .map(event -> new RevokedBatches.Receipt(doctor(event), event.reportedAt())).toList()).stream()
                .map(requests -> !requests.isEmpty()).toList();
    }

    /** @return those that are entered now; who came before in another's place is handled by itself */
    private List<ReadyToSign> enter(List<ReadyToSign> ready) {
        List<Boolean> added = registry.addAll(ready.stream().map(issuance::entry).toList());
        return IntStream.range(0, ready.size()).filter(added::get).mapToObj(ready::get).toList();
    }

    private Map<Cuev, GenerationOutcome> issue(List<ReadyToSign> pinned) {
        List<ReadyToSign> toStore = new ArrayList<>(pinned.size());
        List<SignedCertificate> signed = new ArrayList<>(pinned.size());
        for (ReadyToSign ready : pinned) {
            sign(ready).ifPresent(certificate -> {
                toStore.add(ready);
                signed.add(certificate);
            });
        }
        List<Optional<OutboxLease>> leases = registry.issueAll(signed);
        relay.relay(IntStream.range(0, signed.size()).filter(i -> leases.get(i).isPresent())
                .mapToObj(i -> new LeasedMessages(leases.get(i).get(), signed.get(i).messages())).toList());
        Map<Cuev, GenerationOutcome> outcomes = new LinkedHashMap<>();
        for (int i = 0; i < toStore.size(); i++) {
            ReadyToSign ready = toStore.get(i);
            outcomes.put(ready.event().cuev(),
                    leases.get(i).isPresent() ? new Issued(ready.uvci()) : issuance.overtaken(ready));
        }
        return outcomes;
    }

    private Optional<SignedCertificate> sign(ReadyToSign ready) {
        try {
            return Optional.of(issuance.signed(ready,
                    signers.with(ready.intent().kid()).sign(ready.certificate())));
        } catch (RuntimeException e) {
            return alone(e);
        }
    }
}
