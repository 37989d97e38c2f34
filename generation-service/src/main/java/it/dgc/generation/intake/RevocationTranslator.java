package it.dgc.generation.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import it.dgc.common.codes.Cuev;
import it.dgc.common.messages.RevocationRequest;
import it.dgc.common.uvci.Uvci;
import it.dgc.generation.registry.Ground;
import it.dgc.generation.revocation.Change;
import it.dgc.generation.revocation.RevocationOrder;

/** Translates a request into an order, field by field (Allegato B, chapter 2). */
final class RevocationTranslator {

    private static final Set<Action> ACTIONS = EnumSet.allOf(Action.class);
    private static final Set<Ground> GROUNDS = EnumSet.allOf(Ground.class);

    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    /** How far another clock may be ahead of ours: a batch is of what was certified, not of what will be. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);
    private static final String RECOVERED = "RECOVERED";

    private enum Action {
        REVOKE, RESTORE
    }

    private RevocationTranslator() {}

    /**
     * A clock that is ahead must not lose a revocation, nor keep what is said later from being followed: it says now.
     *
     * @throws RefusedNotification naming the first field that is missing or wrong
     */
    static RevocationOrder translate(RevocationRequest request, Instant now) throws RefusedNotification {
        Instant requestedAt = Fields.instant("requestedAt", request.requestedAt());
        return new RevocationOrder(
                Fields.required("requestId", request.requestId(),
                        text -> Optional.of(text).filter(id -> REQUEST_ID.matcher(id).matches())),
                target(request, now), change(request), Fields.doctor(request.doctor()),
                requestedAt.isAfter(now) ? now : requestedAt);
    }

    private static RevocationOrder.Target target(RevocationRequest request, Instant now) throws RefusedNotification {
        Optional<Cuev> cuev = Fields.optional("cuev", request.cuev(), Cuev::parse);
        Optional<Uvci> uvci = Fields.optional("uvci", request.uvci(), Uvci::parse);
        boolean one = cuev.isPresent() || uvci.isPresent();
        if (one == (request.batch() != null)) {
            throw RefusedNotification.field(one ? "batch" : "cuev");
        }
        return one ? new RevocationOrder.One(cuev, uvci) : batch(request, now);
    }

    private static RevocationOrder.Batch batch(RevocationRequest request, Instant now) throws RefusedNotification {
        Instant from = Fields.instant("batch.from", request.batch().from());
        Instant until = Fields.instant("batch.until", request.batch().until());
        if (until.isAfter(now.plus(CLOCK_TOLERANCE))) {
            throw RefusedNotification.field("batch.until");
        }
        if (!from.isBefore(until) || !Action.REVOKE.name().equals(request.action())) {
            throw RefusedNotification.field("batch");
        }
        return new RevocationOrder.Batch(Fields.person("batch.doctor", request.batch().doctor()), from, until);
    }

    private static Change change(RevocationRequest request) throws RefusedNotification {
        return switch (Fields.constant("action", ACTIONS, request.action())) {
            case REVOKE -> new Change.Revoke(Fields.constant("reason", GROUNDS, request.reason()));
            case RESTORE -> {
                Fields.required("reason", request.reason(), text -> Optional.of(text).filter(RECOVERED::equals));
                yield new Change.Restore();
            }
        };
    }
}
