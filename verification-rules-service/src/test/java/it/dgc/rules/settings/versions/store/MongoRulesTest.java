package it.dgc.rules.settings.versions.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import it.dgc.deploy.backends.TestBackends;
import it.dgc.rules.settings.RuleSets;
import it.dgc.rules.settings.versions.RuleStore;
import it.dgc.rules.settings.versions.RuleStoreContract;
import it.dgc.rules.settings.versions.StoredVersion;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

import static org.assertj.core.api.Assertions.assertThat;

class MongoRulesTest implements RuleStoreContract {

    private final MongoClient client = MongoClients.create(TestBackends.mongo());
    private final MongoTemplate mongo = new MongoTemplate(client, "rules-" + UUID.randomUUID());
    private final MongoRules rules = new MongoRules(mongo);

    @Override
    public RuleStore testee() {
        return rules;
    }

    @AfterEach
    void close() {
        mongo.getDb().drop();
        client.close();
    }

    @Test
    @DisplayName("T07: rules that another hand changed are not those that were agreed upon")
    void knowsAValueThatAnotherHandChanged() {
        rules.add(RuleStoreContract.version(1, RuleSets.first()));
        change(document -> rule(document, "exemption_start_day").put("value", "15"));
        assertThat(rules.version(1)).isPresent().get().extracting(StoredVersion::rules).isEqualTo(Optional.empty());
    }

    @Test
    @DisplayName("a number is not taken for the text that prints it")
    void knowsAValueOfAnotherKind() {
        rules.add(RuleStoreContract.version(1, RuleSets.first()));
        change(document -> rule(document, "exemption_start_day").put("value", 0));
        assertThat(rules.version(1)).isPresent().get().extracting(StoredVersion::rules).isEqualTo(Optional.empty());
    }

    @Test
    void servesNoSetThatLostItsRules() {
        rules.add(RuleStoreContract.version(1, RuleSets.first()));
        change(document -> document.put("rules", List.of()));
        assertThat(rules.version(1)).isPresent().get().extracting(StoredVersion::rules).isEqualTo(Optional.empty());
        change(document -> document.remove("rules"));
        assertThat(rules.version(1)).isPresent().get().extracting(StoredVersion::rules).isEqualTo(Optional.empty());
    }

    @Test
    void readsTheOthersBesideADocumentOfAnotherForm() {
        rules.add(RuleStoreContract.version(1, RuleSets.first()));
        mongo.insert(new Document("_id", 2).append("author", 5), RuleSetDocument.COLLECTION);
        assertThat(rules.versions()).extracting(StoredVersion::number).containsExactly(1);
        assertThat(rules.version(2)).isEmpty();
        assertThat(rules.highestVersion()).isEqualTo(2);
    }

    @Test
    void countsLinesThatItCannotRead() {
        rules.add(RuleStoreContract.line(1, 0));
        mongo.insert(new Document(Map.of("_id", 2, "kind", "APPROVAL")), ActivationDocument.COLLECTION);
        assertThat(rules.log().lines()).hasSize(1);
        assertThat(rules.log().unreadable()).isEqualTo(1);
        assertThat(rules.log().isWhole()).isFalse();
    }

    private void change(Consumer<Document> change) {
        Document document = mongo.findById(1, Document.class, RuleSetDocument.COLLECTION);
        change.accept(document);
        mongo.save(document, RuleSetDocument.COLLECTION);
    }

    private static Document rule(Document document, String name) {
        return document.getList("rules", Document.class).stream().filter(rule -> name.equals(rule.get("name")))
                .findFirst().orElseThrow();
    }
}
