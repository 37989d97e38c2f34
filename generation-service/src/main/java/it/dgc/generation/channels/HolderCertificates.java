package it.dgc.generation.channels;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import it.dgc.common.codes.AuthCode;
import it.dgc.common.codes.Cuev;
import it.dgc.common.person.CodiceFiscale;
import it.dgc.common.uvci.Uvci;
import it.dgc.generation.events.AuditEventFactory;
import it.dgc.generation.events.EventRelay;
import it.dgc.generation.issuance.EventText;
import it.dgc.generation.issuance.EventToCertify;
import it.dgc.generation.issuance.Language;
import it.dgc.generation.issuance.ValidityWindow;
import it.dgc.generation.registry.CertificateEntry;
import it.dgc.generation.registry.CertificateRegistry;
import it.dgc.generation.registry.CertificateState;
import it.dgc.generation.registry.Channel;
import it.dgc.generation.registry.Holdings;
import it.dgc.generation.registry.Notice;
import it.dgc.generation.registry.OutboxMessage;
import it.dgc.generation.registry.Recoveries;
import it.dgc.generation.secrets.Secrets;

/** Finds certificates that hold now, and gives them or their codes. All that does not hold now is as if it were not there. */
final class HolderCertificates {

    private final CertificateRegistry registry;
    private final Holdings holdings;
    private final Recoveries recoveries;
    private final EventRelay relay;
    private final Secrets secrets;
    private final Clock clock;

    HolderCertificates(CertificateRegistry registry, Holdings holdings, Recoveries recoveries, EventRelay relay,
            Secrets secrets, Clock clock) {
        this.registry = registry;
        this.holdings = holdings;
        this.recoveries = recoveries;
        this.relay = relay;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * @param uvci identifier
     * @param holder whose it is
     */
    record Held(Uvci uvci, CodiceFiscale holder) {

        @Override
        public String toString() {
            return "Held[" + uvci + ']';
        }
    }

    /** Among several the one that was signed last. */
    Optional<Held> find(CodiceFiscale holder, LocalDate firstDay) {
        return newest(holdings.of(holder, firstDay).stream());
    }

    Optional<Held> find(AuthCode code) {
        return newest(holdings.of(code).stream());
    }

    Optional<Held> find(Cuev cuev) {
        return newest(registry.find(cuev).stream());
    }

    Optional<AuthCode> recoverAuthCode(Uvci uvci, Language language) {
        return registry.find(uvci).filter(this::holds).filter(entry -> isNoted(entry, language, Purpose.AUTHCODE))
                .map(entry -> secrets.codes().authCode(uvci));
    }

    Optional<String> recoverText(Uvci uvci, Language language, Purpose purpose) {
        return registry.find(uvci).filter(this::holds).filter(entry -> isNoted(entry, language, purpose))
                .flatMap(CertificateEntry::qrText);
    }

    /** Nothing is given that the auditor is not told about. */
    private boolean isNoted(CertificateEntry entry, Language language, Purpose purpose) {
        Instant now = clock.instant();
        List<OutboxMessage> told = List.of(
                AuditEventFactory.given(purpose.event(), entry.uvci(), purpose.name(), now));
        Notice notice = new Notice(UUID.randomUUID().toString(), language.name(), now);
        return recoveries.note(entry.uvci(), notice, toTell(entry, purpose), told).map(lease -> {
            relay.relay(lease);
            return true;
        }).orElse(false);
    }

    /** Who has code and health card needs no warning of himself. */
    private static Set<Channel> toTell(CertificateEntry entry, Purpose purpose) {
        return purpose == Purpose.CERTIFICATE_WITH_CODE
                ? Set.of()
                : event(entry).map(event -> event.contact().channels()).orElse(Set.of());
    }

    private Optional<Held> newest(Stream<CertificateEntry> entries) {
        return entries.filter(this::holds)
                .max(Comparator.comparing(entry -> entry.intent().orElseThrow().issuedAt()))
                .map(entry -> new Held(entry.uvci(), event(entry).orElseThrow().holder().fiscalCode()));
    }

    private boolean holds(CertificateEntry entry) {
        return entry.state() == CertificateState.ISSUED && entry.qrText().isPresent() && event(entry)
                .filter(event -> ValidityWindow.of(event.statement(), clock.instant()) == ValidityWindow.INSIDE)
                .isPresent();
    }

    private static Optional<EventToCertify> event(CertificateEntry entry) {
        return entry.record().map(EventText::read);
    }
}
