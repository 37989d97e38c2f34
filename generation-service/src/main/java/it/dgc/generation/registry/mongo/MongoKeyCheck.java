package it.dgc.generation.registry.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import it.dgc.generation.registry.RegistrySetup;
import it.dgc.generation.secrets.Secrets;
import it.dgc.generation.secrets.SecretsException;
import org.bson.Document;
import org.bson.types.Binary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.setOnInsert;
import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Lets a store be used only with the secrets that it was written with: others would find no certificate, derive other
 * codes, and issue everything a second time.
 */
final class MongoKeyCheck implements RegistrySetup {

    static final String ID = "secrets";
    static final String SEAL = "seal";
    private static final Logger LOG = LoggerFactory.getLogger(MongoKeyCheck.class);
    private static final String CONTEXT = "key check";
    private static final String INDEX = "index";
    private static final String UVCI = "uvci";
    private static final String AUTH_CODE = "authCode";

    private final MongoCollection<Document> checks;
    private final Secrets secrets;
    private volatile boolean passed;

    MongoKeyCheck(MongoCollections collections, Secrets secrets) {
        this.checks = collections.keyChecks();
        this.secrets = secrets;
    }

    /** @return whether the secrets were found to be the store's; until then nothing derived from them may leave */
    boolean isPassed() {
        return passed;
    }

    /** @throws SecretsException if the store was written with other secrets */
    @Override
    public void prepare() {
        Secrets.Fingerprint own = secrets.fingerprint();
        checks.updateOne(eq("_id", ID),
                combine(setOnInsert(INDEX, own.index()), setOnInsert(UVCI, own.uvci()),
                        setOnInsert(AUTH_CODE, own.authCode()), setOnInsert(SEAL, seal())),
                new UpdateOptions().upsert(true));
        Document stored = checks.find(eq("_id", ID)).first();
        passed = false;
        require(own.index().equals(stored.getString(INDEX)), "blind-index.json");
        require(own.uvci().equals(stored.getString(UVCI)), "uvci-derivation.json");
        require(own.authCode().equals(stored.getString(AUTH_CODE)), "authcode-derivation.json");
        require(isOpened(stored.get(SEAL, Binary.class)), "field-encryption.json");
        passed = true;
    }

    Binary seal() {
        return new Binary(secrets.fields().encrypt(CONTEXT.getBytes(UTF_8), CONTEXT));
    }

    private boolean isOpened(Binary seal) {
        try {
            return new String(secrets.fields().decrypt(seal.getData(), CONTEXT), UTF_8).equals(CONTEXT);
        } catch (SecretsException e) {
            return false;
        }
    }

    private static void require(boolean fits, String keyset) {
        if (!fits) {
            LOG.error("The store was written with another {}; nothing is done with it until the right one is there",
                    keyset);
            throw new SecretsException("The store was written with another " + keyset);
        }
    }
}
