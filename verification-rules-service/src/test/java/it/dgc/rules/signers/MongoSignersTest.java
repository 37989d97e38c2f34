package it.dgc.rules.signers;

import java.util.List;
import java.util.UUID;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import it.dgc.deploy.backends.TestBackends;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

class MongoSignersTest implements SignerStoreContract {

    private final MongoClient client = MongoClients.create(TestBackends.mongo());
    private final MongoTemplate mongo = new MongoTemplate(client, "rules-" + UUID.randomUUID());
    private final MongoSigners signers = new MongoSigners(mongo);

    @Override
    public SignerStore testee() {
        return signers;
    }

    @AfterEach
    void close() {
        mongo.getDb().drop();
        client.close();
    }

    @Test
    void doesNotServeADocumentThatAnotherHandChanged() {
        SignerDocument right = SignerDocument
                .of(TestCertificates.stored(TestCertificates.own(), Trust.ACTIVE, 1));
        mongo.insert(new SignerDocument(right.id(), right.kid(), TestCertificates.own().base64(), right.usages(),
                right.status(), right.token(), 0, 0L, 0L));
        StoredSigner untouched = TestCertificates.stored(TestCertificates.own(), Trust.ACTIVE, 2);
        signers.add(untouched);
        assertThat(signers.all()).containsExactly(untouched);
    }

    @Test
    @DisplayName("D02: a key without kid is excluded, and takes no other with it")
    void doesNotServeADocumentWithoutWhatItNeeds() {
        StoredSigner untouched = TestCertificates.stored(TestCertificates.own(), Trust.ACTIVE, 1);
        signers.add(untouched);
        for (String lost : List.of("kid", "certificate", "usages", "status", "token", "offset")) {
            StoredSigner other = TestCertificates.stored(TestCertificates.own(), Trust.ACTIVE, 2);
            signers.add(other);
            mongo.updateFirst(query(where("_id").is(other.id())), new Update().unset(lost), SignerDocument.class);
        }
        assertThat(signers.all()).containsExactly(untouched);
    }

    @Test
    void noticesWhenTheTokensEnd() {
        mongo.insert(new CounterDocument(CounterDocument.SIGNER_TOKEN, Integer.MAX_VALUE - 1L));
        assertThat(signers.nextToken(1)).isEqualTo(Integer.MAX_VALUE);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> signers.nextToken(1));
    }
}
