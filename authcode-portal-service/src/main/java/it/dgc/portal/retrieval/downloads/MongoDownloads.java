package it.dgc.portal.retrieval.downloads;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.Semaphore;

import it.dgc.portal.rendering.CertificateDocuments;
import it.dgc.portal.rendering.DocumentLanguage;
import it.dgc.portal.retrieval.DocumentKind;
import it.dgc.portal.retrieval.Downloads;
import org.bson.Document;
import org.bson.types.Binary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.annotation.Scheduled;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;

/** The links in MongoDB, shared by all instances; {@code _id} = hash of the link's token. */
class MongoDownloads implements Downloads {

    private static final Logger LOG = LoggerFactory.getLogger(MongoDownloads.class);
    private static final String COLLECTION = "downloads";
    private static final String ID = "_id";
    private static final String SEALED = "sealed";
    private static final String EXPIRES_AT = "expiresAt";
    /** In what is sealed, between language, kind and text; none of the first two has one. */
    private static final char SEPARATOR = ' ';
    private static final int PARTS = 3;
    private static final Duration LIFE = Duration.ofMinutes(10);
    /** What is over by the clock of one instance is not yet by that of another. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final MongoTemplate mongo;
    private final CertificateDocuments documents;
    private final Semaphore places;
    private final Clock clock;

    MongoDownloads(MongoTemplate mongo, CertificateDocuments documents, int drawnAtOnce, Clock clock) {
        this.mongo = mongo;
        this.documents = documents;
        this.places = new Semaphore(drawnAtOnce);
        this.clock = clock;
    }

    @Override
    public Optional<String> offer(String qrText, DocumentLanguage language, DocumentKind kind) {
        LinkToken token = LinkToken.random();
        Document kept = new Document(ID, token.name())
                .append(SEALED, new Binary(token.seal(language.name() + SEPARATOR + kind + SEPARATOR + qrText)))
                .append(EXPIRES_AT, Date.from(clock.instant().plus(LIFE)));
        try {
            mongo.execute(COLLECTION, downloads -> downloads.insertOne(kept));
            return Optional.of(token.text());
        } catch (DataAccessException storeAway) {
            LOG.warn("no link could be kept: {}", storeAway.getClass().getName());
            return Optional.empty();
        }
    }

    /** Who comes while too many documents are drawn keeps the link. */
    @Override
    public Optional<Download> take(String token) {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return LinkToken.parse(token).flatMap(link -> used(link).map(link::open)).map(this::drawn);
        } finally {
            places.release();
        }
    }

    @Scheduled(initialDelayString = "${dgc.downloads.forget-every:1m}", fixedDelayString = "${dgc.downloads.forget-every:1m}")
    void forget() {
        Instant late = clock.instant().minus(CLOCKS_DIFFER);
        try {
            mongo.execute(COLLECTION, all -> all.deleteMany(lte(EXPIRES_AT, Date.from(late))));
        } catch (DataAccessException storeAway) {
            LOG.warn("old links stay until the next round: {}", storeAway.getClass().getName());
        }
    }

    private Optional<byte[]> used(LinkToken link) {
        try {
            Document kept = mongo.execute(COLLECTION, downloads -> downloads.findOneAndDelete(
                    and(eq(ID, link.name()), gt(EXPIRES_AT, Date.from(clock.instant())))));
            return Optional.ofNullable(kept).map(found -> found.get(SEALED, Binary.class).getData());
        } catch (DataAccessException storeAway) {
            LOG.warn("no link can be used: {}", storeAway.getClass().getName());
            return Optional.empty();
        }
    }

    private Download drawn(String content) {
        String[] parts = content.split(String.valueOf(SEPARATOR), PARTS);
        DocumentKind kind = DocumentKind.valueOf(parts[1]);
        return new Download(kind, kind == DocumentKind.PDF
                ? documents.pdf(parts[2], DocumentLanguage.valueOf(parts[0]))
                : documents.png(parts[2]));
    }
}
