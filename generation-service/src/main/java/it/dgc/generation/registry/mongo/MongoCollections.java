package it.dgc.generation.registry.mongo;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.bson.Document;

/**
 * The collections of the register.
 *
 * @param certificates the aggregates; {@code _id} = UVCI
 * @param outboxHints aggregates that may have pending events; {@code _id} = UVCI
 * @param deferralHints certificates that may be due; {@code _id} = first day, slash, UVCI
 * @param deliveryHints messages that may be due; {@code _id} = UVCI, slash, channel
 * @param erasureHints certificates that may have ended; {@code _id} = last day, slash, UVCI
 * @param endHints revoked certificates that may have ended; {@code _id} = last day, slash, UVCI
 * @param suspendedDoctors {@code _id} = blind index of the doctor
 * @param revokedBatches {@code _id} = blind index of the doctor
 * @param keyChecks by which a store knows its secrets; one document
 * @param holderHints certificates of a person or with a code; {@code _id} = blind index of the person, slash, first day; or blind
 *        index of the AUTHCODE
 */
record MongoCollections(MongoCollection<Document> certificates, MongoCollection<Document> outboxHints,
        MongoCollection<Document> deferralHints, MongoCollection<Document> deliveryHints,
        MongoCollection<Document> erasureHints, MongoCollection<Document> endHints,
        MongoCollection<Document> suspendedDoctors, MongoCollection<Document> revokedBatches,
        MongoCollection<Document> keyChecks, MongoCollection<Document> holderHints) {

    static MongoCollections of(MongoDatabase database) {
        MongoDatabase safe = safe(database);
        return new MongoCollections(safe.getCollection("certificates"), safe.getCollection("outboxHints"),
                safe.getCollection("deferralHints"),
                safe.getCollection("deliveryHints"), safe.getCollection("erasureHints"), safe.getCollection("endHints"),
                safe.getCollection("suspendedDoctors"), safe.getCollection("revokedBatches"),
                safe.getCollection("keyChecks"), safe.getCollection("holderHints"));
    }

    /** @return the same database, written to by majority with journal and read by majority (architecture D4) */
    static MongoDatabase safe(MongoDatabase database) {
        return database.withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY).withReadPreference(ReadPreference.primary());
    }

    void createIndexes() {
        certificates.createIndex(Indexes.ascending(CertificateDocument.CUEV_INDEX), new IndexOptions().unique(true));
    }
}
