package it.dgc.generation.registry.mongo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.OptionalInt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import it.dgc.common.uvci.Uvci;
import it.dgc.generation.secrets.DamagedFieldException;
import it.dgc.generation.secrets.FieldCipher;
import it.dgc.generation.secrets.KeysInUse;
import it.dgc.generation.secrets.SecretsException;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

/**
 * Encrypts stored fields anew when another key has become the primary one (architecture D10, ADR 0012). It goes through
 * the register until a whole round that began after the last late write has found nothing under another key, and notes
 * that down.
 */
class MongoReencryption implements KeysInUse {

    private static final Logger LOG = LoggerFactory.getLogger(MongoReencryption.class);
    private static final String PRIMARY = "primaryKey";
    private static final String SINCE = "primarySince";
    private static final String VERIFIED = "verified";
    private static final List<String> FIELDS = List.of(CertificateDocument.RECORD, CertificateDocument.QR_TEXT);

    /** Longer than an instance takes to read a new keyset and to finish what it began under the old one. */
    private static final Duration LATE_WRITES = Duration.ofMinutes(10);

    private final MongoCollections collections;
    private final FieldCipher cipher;
    private final MongoKeyCheck keyCheck;
    private final Clock clock;

    MongoReencryption(MongoCollections collections, FieldCipher cipher, MongoKeyCheck keyCheck, Clock clock) {
        this.collections = collections;
        this.cipher = cipher;
        this.keyCheck = keyCheck;
        this.clock = clock;
    }

    @Override
    public boolean inUse(int keyId) {
        int primary = cipher.primaryKeyId();
        return keyId == primary || !isVerified(state(), primary);
    }

    @Scheduled(fixedDelayString = "${dgc.secrets.reencrypt-every:1m}")
    void reencrypt() {
        int primary = cipher.primaryKeyId();
        Document state = state();
        if (!keyCheck.isPassed() || isVerified(state, primary)) {
            return;
        }
        Instant begun = clock.instant();
        Date since = isNoted(state, primary) ? state.getDate(SINCE) : note(primary, begun);
        boolean isLate = !begun.isBefore(since.toInstant().plus(LATE_WRITES));
        if (isClean() && isLate && primary == cipher.primaryKeyId()) {
            conclude(primary, since);
        }
    }

    private boolean isClean() {
        Round round = new Round();
        for (Document aggregate : collections.certificates().find()
                .projection(Projections.include(CertificateDocument.RECORD, CertificateDocument.QR_TEXT))) {
            FIELDS.forEach(field -> round.look(aggregate, field));
        }
        if (round.renewed + round.closed > 0) {
            LOG.info("{} fields are under the primary key now that were not; {} cannot be opened", round.renewed,
                    round.closed);
        }
        return round.isClean();
    }

    /** Another key is the primary one: what was verified before says nothing of it. */
    private Date note(int primary, Instant now) {
        Date since = Date.from(now);
        checks().updateOne(eq("_id", MongoKeyCheck.ID), combine(set(MongoKeyCheck.SEAL, keyCheck.seal()),
                set(PRIMARY, primary), set(SINCE, since), unset(VERIFIED)));
        return since;
    }

    /** An instance that has another primary key may have noted it meanwhile: then the round counts for nothing. */
    private void conclude(int primary, Date since) {
        checks().updateOne(and(eq("_id", MongoKeyCheck.ID), eq(PRIMARY, primary), eq(SINCE, since)),
                set(VERIFIED, primary));
    }

    private Document state() {
        Document state = checks().find(eq("_id", MongoKeyCheck.ID)).first();
        return state == null ? new Document() : state;
    }

    private static boolean isNoted(Document state, int primary) {
        return Integer.valueOf(primary).equals(state.getInteger(PRIMARY));
    }

    private static boolean isVerified(Document state, int primary) {
        return isNoted(state, primary) && Integer.valueOf(primary).equals(state.getInteger(VERIFIED));
    }

    private MongoCollection<Document> checks() {
        return collections.keyChecks();
    }

    /** One walk through the register. */
    private final class Round {

        private long renewed;
        private long closed;
        private long lost;

        void look(Document aggregate, String field) {
            Binary stored = aggregate.get(field, Binary.class);
            if (stored != null
                    && !FieldCipher.keyIdOf(stored.getData()).equals(OptionalInt.of(cipher.primaryKeyId()))) {
                renew(new Uvci(aggregate.getString("_id")), field, stored);
            }
        }

        /** A field that cannot be opened is for the operator: it keeps no other from being renewed. */
        private void renew(Uvci uvci, String field, Binary stored) {
            try {
                String context = CertificateDocument.context(uvci, field);
                byte[] plain = cipher.decrypt(stored.getData(), context);
                Bson unchanged = and(eq("_id", uvci.value()), eq(field, stored));
                collections.certificates().updateOne(unchanged, set(field, new Binary(cipher.encrypt(plain, context))));
                renewed++;
            } catch (DamagedFieldException e) {
                closed++;
            } catch (SecretsException e) {
                lost++;
                closed++;
            }
        }

        /** What no key opens keeps the round open: its key may be on its way. What is damaged no key will ever open. */
        boolean isClean() {
            return renewed == 0 && lost == 0;
        }
    }
}
