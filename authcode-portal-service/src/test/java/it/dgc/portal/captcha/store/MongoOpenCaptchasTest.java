package it.dgc.portal.captcha.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import it.dgc.portal.limits.AtOnce;
import it.dgc.portal.limits.TestStore;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MongoOpenCaptchasTest {

    private static final Instant NOON = Instant.parse("2022-02-01T12:00:00Z");
    private static final Instant END = NOON.plusSeconds(120);
    private static final OpenCaptcha ONE = new OpenCaptcha("id", "use", "answer", END);

    private final TestStore store = new TestStore();
    private final MongoTemplate template = store.template();
    private final OpenCaptchas captchas = new MongoOpenCaptchas(template);
    private final OpenCaptchas other = new MongoOpenCaptchas(store.template());

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void givesTheAnswerToOneOfAllThatAsk() {
        captchas.add(ONE);
        List<Optional<String>> answers = AtOnce.run(200,
                caller -> (caller % 2 == 0 ? captchas : other).redeem("id", "use", NOON));
        assertThat(answers.stream().flatMap(Optional::stream)).containsExactly("answer");
    }

    @Test
    @DisplayName("P20: at 121 s refused by the query")
    void givesTheAnswerUpToTheLastMomentAndNotAfter() {
        captchas.add(ONE);
        captchas.add(new OpenCaptcha("late", "use", "answer", END));
        assertThat(captchas.use("id", END)).contains("use");
        assertThat(captchas.use("id", END.plusMillis(1))).isEmpty();
        assertThat(captchas.redeem("late", "use", END.plusMillis(1))).isEmpty();
        assertThat(captchas.redeem("id", "use", END)).contains("answer");
        assertThat(captchas.use("id", NOON)).isEmpty();
    }

    @Test
    void isUsedUpByWhoeverAsksForAnotherUse() {
        captchas.add(ONE);
        assertThat(captchas.redeem("id", "another", NOON)).isEmpty();
        assertThat(captchas.redeem("id", "use", NOON)).isEmpty();
    }

    @Test
    void makesNothingOfWhatItDoesNotKnow() {
        assertThat(captchas.redeem("unknown", "use", NOON)).isEmpty();
        assertThat(template.findAll(Document.class, MongoOpenCaptchas.CAPTCHAS)).isEmpty();
    }

    @Test
    void takesNoIdTwice() {
        captchas.add(ONE);
        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> other.add(ONE));
    }

    @Test
    void countsWhatGoesOnOverAllInstances() {
        AtOnce.run(40, caller -> (caller % 2 == 0 ? captchas : other).issued(NOON));
        captchas.refused(NOON);
        other.refused(NOON);
        assertThat(captchas.issued(NOON.plusSeconds(59))).isEqualTo(new Pressure(41, 2));
    }

    @Test
    void letsTheMinuteBeforeFade() {
        for (int i = 0; i < 40; i++) {
            captchas.issued(NOON);
        }
        assertThat(other.issued(NOON.plusSeconds(75))).isEqualTo(new Pressure(31, 0));
        assertThat(other.issued(NOON.plusSeconds(180))).isEqualTo(new Pressure(1, 0));
    }

    @Test
    void forgetsWhatIsLongOver() {
        captchas.add(ONE);
        captchas.add(new OpenCaptcha("later", "use", "answer", END.plusSeconds(1)));
        captchas.issued(NOON);
        captchas.forget(END.plus(Duration.ofMinutes(5)));
        assertThat(template.findAll(Document.class, MongoOpenCaptchas.CAPTCHAS)).hasSize(2);
        captchas.forget(END.plus(Duration.ofMinutes(5)).plusMillis(1));
        assertThat(template.findAll(Document.class, MongoOpenCaptchas.CAPTCHAS))
                .extracting(document -> document.getString("_id")).containsExactly("later");
        assertThat(template.findAll(Document.class, MongoOpenCaptchas.MINUTES)).isEmpty();
    }

    @Test
    @DisplayName("D4, stack 3: no index but _id")
    void makesNoIndex() {
        captchas.add(ONE);
        captchas.issued(NOON);
        for (String collection : List.of(MongoOpenCaptchas.CAPTCHAS, MongoOpenCaptchas.MINUTES)) {
            assertThat(template.getCollection(collection).listIndexes())
                    .extracting(index -> index.getString("name")).containsExactly("_id_");
        }
    }

    @Test
    void saysWhenItsStoreIsAway() {
        OpenCaptchas away = new MongoOpenCaptchas(store.away());
        assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> away.redeem("id", "use", NOON));
    }
}
