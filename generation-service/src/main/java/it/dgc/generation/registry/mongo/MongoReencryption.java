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

/**
 * Encrypts stored fields anew when another key has become the primary one (architecture D10, ADR 0012). It goes through
 * the register until a whole round has found nothing under another key, and notes that down.
 */
class MongoReencryption implements KeysInUse {

    private static final Logger LOG = LoggerFactory.getLogger(MongoReencryption.class);
    private static final String PRIMARY = "primaryKey";
    private static final String SINCE = "primarySince";
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
        Document state = state();
        return keyId == cipher.primaryKeyId() || !isDone(state)
                || clock.instant().isBefore(state.getDate(SINCE).toInstant().plus(LATE_WRITES));
    }

    @Scheduled(fixedDelayString = "${dgc.secrets.reencrypt-every:1m}")
    void reencrypt() {
        if (!keyCheck.isPassed() || isDone(state())) {
            return;
        }
        int primary = cipher.primaryKeyId();
        Round round = new Round();
        for (Document aggregate : collections.certificates().find()
                .projection(Projections.include(CertificateDocument.RECORD, CertificateDocument.QR_TEXT))) {
            FIELDS.forEach(field -> round.look(aggregate, field));
        }
        LOG.info("{} fields are under the primary key now that were not; {} cannot be opened", round.renewed,
                round.closed);
        if (round.isClean() && primary == cipher.primaryKeyId()) {
            conclude(primary);
        }
    }

    private void conclude(int primary) {
        checks().updateOne(eq("_id", MongoKeyCheck.ID), combine(set(MongoKeyCheck.SEAL, keyCheck.seal()),
                set(PRIMARY, primary), set(SINCE, Date.from(clock.instant()))));
    }

    private Document state() {
        Document state = checks().find(eq("_id", MongoKeyCheck.ID)).first();
        return state == null ? new Document() : state;
    }

    private boolean isDone(Document state) {
        return Integer.valueOf(cipher.primaryKeyId()).equals(state.getInteger(PRIMARY));
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
