package it.dgc.generation.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.mongodb.client.MongoDatabase;
import it.dgc.common.messages.AuditEvent;
import it.dgc.common.uvci.Uvci;
import it.dgc.generation.deadletters.RefusedRecords;
import it.dgc.generation.events.AuditEventFactory;
import it.dgc.generation.registry.RegisterInventory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Proves the chain link by link, and holds it against the register: each step has its event, each event its step. */
public final class AuditVerification {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final AuditTrail trail;
    private final RegisterInventory register;
    private final RefusedRecords refusals;

    AuditVerification(AuditTrail trail, RegisterInventory register, RefusedRecords refusals) {
        this.trail = trail;
        this.register = register;
        this.refusals = refusals;
    }

    /**
     * @param database the service's database
     * @param register the certificates in it
     */
    public static AuditVerification of(MongoDatabase database, RegisterInventory register) {
        return new AuditVerification(new MongoAuditTrail(database), register, RefusedRecords.in(database));
    }

    /** @return what the auditor wants to know; nothing is changed */
    public AuditReport verify() {
        return verify(NotedHead.of(AuditHead.NONE));
    }

    /**
     * @param noted a head that was noted down before: without one, who can write to the store can make a whole new chain
     * @return as {@link #verify()}, and whether the chain still has that link
     */
    public AuditReport verify(NotedHead noted) {
        Chain chain = new Chain(noted);
        trail.forEach(chain::add);
        Stock stock = new Stock();
        register.forEach(stock::add);
        refusals.forEach(origin -> stock.require(AuditEventFactory.id(AuditEvent.Type.REFUSED, origin)));
        return new AuditReport(chain.head.sequence(), chain.head.hash(), chain.brokenAt, stock.missing,
                chain.unfounded, stock.waiting, Optional.of(noted).filter(head -> !chain.hasNoted));
    }

    private final class Chain {

        private AuditHead head = AuditHead.NONE;
        private Optional<Long> brokenAt = Optional.empty();
        private final List<String> unfounded = new ArrayList<>();
        private final NotedHead noted;
        private boolean hasNoted;

        Chain(NotedHead noted) {
            this.noted = noted;
            this.hasNoted = noted.isOf(head);
        }

        void add(AuditEntry link) {
            if (brokenAt.isEmpty() && !link.follows(head)) {
                brokenAt = Optional.of(link.sequence());
            }
            head = link.head();
            hasNoted |= noted.isOf(head);
            if (!isFounded(link.event())) {
                unfounded.add(link.eventId());
            }
        }

        private boolean isFounded(String text) {
            try {
                AuditEvent event = JSON.readValue(text, AuditEvent.class);
                return switch (event.type()) {
                    case ISSUED, ERASED, REVOKED, RESTORED, AUTHCODE_RECOVERED, CERTIFICATE_FETCHED ->
                        Uvci.parse(event.subject()).filter(register::contains).isPresent();
                    case REFUSED, REPLAYED, REVOCATION_REFUSED, REVOCATION_OUTDATED, BATCH_REVOKED, OPENED,
                            DOCTOR_SUSPENDED,
                            DOCTOR_RESTORED ->
                        true;
                };
            } catch (JacksonException e) {
                return false;
            }
        }
    }

    private final class Stock {

        private final List<String> missing = new ArrayList<>();
        private long waiting;

        void add(RegisterInventory.Line line) {
            waiting += line.waiting().size();
            Stream.concat(steps(line).map(type -> AuditEventFactory.id(type, line.uvci().value())),
                    line.revisions().stream())
                    .filter(id -> !line.waiting().contains(id)).forEach(this::require);
        }

        void require(String eventId) {
            if (!trail.contains(eventId)) {
                missing.add(eventId);
            }
        }

        private static Stream<AuditEvent.Type> steps(RegisterInventory.Line line) {
            Stream<AuditEvent.Type> taken = switch (line.state()) {
                case PINNED, DEFERRED, REVOKED_BEFORE_ISSUE -> Stream.empty();
                case ISSUED, REVOKED -> Stream.of(AuditEvent.Type.ISSUED);
                case REFUSED -> Stream.of(AuditEvent.Type.REFUSED);
            };
            return line.erased() ? Stream.concat(taken, Stream.of(AuditEvent.Type.ERASED)) : taken;
        }
    }
}
