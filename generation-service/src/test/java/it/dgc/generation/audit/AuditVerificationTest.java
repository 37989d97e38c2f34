package it.dgc.generation.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import it.dgc.common.messages.AuditEvent;
import it.dgc.common.uvci.Uvci;
import it.dgc.generation.events.AuditEventFactory;
import it.dgc.generation.registry.CertificateState;
import it.dgc.generation.registry.Entries;
import it.dgc.generation.registry.OutboxMessage;
import it.dgc.generation.registry.RegisterInventory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("reliability P09: each issue has one audit event, and the chain is unbroken")
class AuditVerificationTest {

    private static final Instant AT = Instant.parse("2022-01-10T09:00:00Z");
    private static final AuditEvent.Actor DOCTOR = new AuditEvent.Actor("MMG", "0f0f");

    private final Links links = new Links();
    private final Register register = new Register();
    private final List<String> refused = new ArrayList<>();

    @Test
    void findsAnEmptyTrailAndAnEmptyRegisterSound() {
        assertThat(report()).isEqualTo(
                new AuditReport(0, AuditEntry.BEGINNING, Optional.empty(), List.of(), List.of(), 0,
                        Optional.empty()));
        assertThat(report().isSound()).isTrue();
    }

    @Test
    void findsEveryStepInTheTrail() {
        certificate(1, CertificateState.ISSUED, false);
        links.add(AuditEventFactory.issued(uvci(1), DOCTOR, AT));
        certificate(2, CertificateState.REFUSED, true);
        links.add(AuditEventFactory.refused(uvci(2), "VALIDITY_ENDED", DOCTOR, AT));
        links.add(AuditEventFactory.erased(uvci(2), AT));
        certificate(3, CertificateState.DEFERRED, false);
        refused.add("t/0/1/5");
        links.add(AuditEventFactory.refusedRecord("t/0/1/5", "t/0/1", "EMPTY", DOCTOR, AT));
        assertThat(report().isSound()).as(report().toString()).isTrue();
        assertThat(report().links()).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource(value = CertificateState.class, names = {"ISSUED", "REVOKED", "REFUSED"})
    void missesTheEventOfAStepThatWasTaken(CertificateState state) {
        certificate(1, state, false);
        assertThat(report().missing()).hasSize(1).allMatch(id -> id.endsWith(uvci(1).value()));
        assertThat(report().isSound()).isFalse();
    }

    @Test
    void missesTheEventOfAnErasureAndOfADeadLetter() {
        certificate(1, CertificateState.ISSUED, true);
        links.add(AuditEventFactory.issued(uvci(1), DOCTOR, AT));
        refused.add("t/0/1/5");
        assertThat(report().missing()).containsExactly("audit-erased-" + uvci(1).value(), "audit-refused-t/0/1/5");
    }

    @Test
    void waitsForWhatIsStillInAnOutbox() {
        register.lines.put(uvci(1), new RegisterInventory.Line(uvci(1), CertificateState.ISSUED, false, List.of(),
                Set.of("audit-issued-" + uvci(1).value())));
        assertThat(report().isSound()).isTrue();
        assertThat(report().waiting()).isEqualTo(1);
    }

    @Test
    void findsAnEventWhoseCertificateTheRegisterDoesNotHave() {
        links.add(AuditEventFactory.issued(uvci(1), DOCTOR, AT));
        assertThat(report().unfounded()).containsExactly("audit-issued-" + uvci(1).value());
    }

    @Test
    void findsAnEventThatIsNone() {
        links.add(new OutboxMessage("x", "dgc.audit", "x", "no JSON"));
        assertThat(report().unfounded()).containsExactly("x");
    }

    @Test
    void namesTheFirstLinkThatWasChanged() {
        for (int i = 1; i <= 3; i++) {
            certificate(i, CertificateState.ISSUED, false);
            links.add(AuditEventFactory.issued(uvci(i), DOCTOR, AT));
        }
        AuditEntry second = links.chain.get(1);
        links.chain.set(1, new AuditEntry(2, second.eventId(), second.event().replace("MMG", "PLS"), second.source(),
                second.previous(), second.hash()));
        assertThat(report().brokenAt()).hasValue(2L);
        assertThat(report().isSound()).isFalse();
    }

    @Test
    void namesTheLinkAfterOneThatWasTakenOut() {
        for (int i = 1; i <= 3; i++) {
            certificate(i, CertificateState.ISSUED, false);
            links.add(AuditEventFactory.issued(uvci(i), DOCTOR, AT));
        }
        links.chain.remove(1);
        assertThat(report().brokenAt()).hasValue(3L);
    }

    private AuditReport report() {
        return new AuditVerification(links, register, refused::forEach).verify();
    }

    private void certificate(int number, CertificateState state, boolean erased) {
        register.lines.put(uvci(number), new RegisterInventory.Line(uvci(number), state, erased, List.of(), Set.of()));
    }

    private static Uvci uvci(int number) {
        return Entries.uvci(number);
    }

    private static final class Register implements RegisterInventory {

        private final Map<Uvci, Line> lines = new HashMap<>();

        @Override
        public boolean contains(Uvci uvci) {
            return lines.containsKey(uvci);
        }

        @Override
        public void forEach(Consumer<Line> reader) {
            lines.values().forEach(reader);
        }
    }

    private static final class Links implements AuditTrail {

        private final List<AuditEntry> chain = new ArrayList<>();

        void add(OutboxMessage message) {
            append(List.of(new AuditRecord(message.eventId(), message.value(), chain.size())));
        }

        @Override
        public void prepare() {
            chain.clear();
        }

        @Override
        public AuditHead head() {
            return chain.isEmpty() ? AuditHead.NONE : chain.getLast().head();
        }

        @Override
        public int append(List<AuditRecord> events) {
            events.forEach(event -> chain.add(AuditEntry.after(head(), event)));
            return events.size();
        }

        @Override
        public boolean contains(String eventId) {
            return chain.stream().anyMatch(link -> link.eventId().equals(eventId));
        }

        @Override
        public void forEach(Consumer<AuditEntry> reader) {
            chain.forEach(reader);
        }
    }
}
