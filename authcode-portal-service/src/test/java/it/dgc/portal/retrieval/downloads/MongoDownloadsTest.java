package it.dgc.portal.retrieval.downloads;

import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import it.dgc.portal.limits.AtOnce;
import it.dgc.portal.limits.MutableClock;
import it.dgc.portal.limits.TestStore;
import it.dgc.portal.rendering.CertificateDocuments;
import it.dgc.portal.rendering.DocumentLanguage;
import it.dgc.portal.rendering.TestCertificates;
import it.dgc.portal.retrieval.DocumentKind;
import it.dgc.portal.retrieval.Downloads;
import it.dgc.portal.retrieval.Downloads.Download;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.data.mongodb.core.MongoTemplate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A link gives its document once, for ten minutes, and the store alone gives nothing")
class MongoDownloadsTest {

    private static final String QR_TEXT = TestCertificates.qrText();
    private static final CertificateDocuments DOCUMENTS = new CertificateDocuments();

    private final TestStore store = new TestStore();
    private final MutableClock clock = MutableClock.pinned("2026-01-10T09:00:00Z");
    private final MongoDownloads downloads = new MongoDownloads(store.template(), DOCUMENTS, 8, clock);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void givesEachDocumentOnce() {
        String pdf = downloads.offer(QR_TEXT, DocumentLanguage.DE, DocumentKind.PDF).orElseThrow();
        String png = downloads.offer(QR_TEXT, DocumentLanguage.DE, DocumentKind.PNG).orElseThrow();
        Download document = downloads.take(pdf).orElseThrow();
        assertThat(document.kind()).isEqualTo(DocumentKind.PDF);
        assertThat(document.bytes()).isEqualTo(DOCUMENTS.pdf(QR_TEXT, DocumentLanguage.DE));
        assertThat(downloads.take(png).orElseThrow().bytes()).isEqualTo(DOCUMENTS.png(QR_TEXT));
        assertThat(downloads.take(pdf)).isEmpty();
        assertThat(downloads.take(png)).isEmpty();
    }

    @Test
    void givesItToOneOfManyWhoComeAtOnce() throws Exception {
        Downloads other = new MongoDownloads(store.template(), DOCUMENTS, 50, clock);
        String link = downloads.offer(QR_TEXT, DocumentLanguage.IT, DocumentKind.PNG).orElseThrow();
        assertThat(AtOnce.run(50, caller -> other.take(link).isPresent())).containsOnlyOnce(true);
    }

    @Test
    void endsAfterTenMinutes() {
        String link = downloads.offer(QR_TEXT, DocumentLanguage.IT, DocumentKind.PNG).orElseThrow();
        clock.advance(Duration.ofMinutes(10));
        assertThat(downloads.take(link)).isEmpty();
    }

    @Test
    @DisplayName("the clocks of instances differ: what is over for one may still be taken at another")
    void forgetsWhatIsLongOver() {
        MutableClock fast = MutableClock.pinned("2026-01-10T09:14:59Z");
        String link = downloads.offer(QR_TEXT, DocumentLanguage.IT, DocumentKind.PNG).orElseThrow();
        downloads.offer(QR_TEXT, DocumentLanguage.IT, DocumentKind.PNG);
        MongoDownloads other = new MongoDownloads(store.template(), DOCUMENTS, 8, fast);
        other.forget();
        assertThat(downloads.take(link)).isPresent();
        fast.advance(Duration.ofSeconds(1));
        other.forget();
        assertThat(kept()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "many"})
    void refusesToStartWithoutRoomToDraw(String places) {
        ApplicationContextRunner room = new ApplicationContextRunner()
                .withUserConfiguration(DownloadsConfiguration.class)
                .withBean(MongoTemplate.class, store::template).withBean(Clock.class, () -> clock);
        room.run(context -> assertThat(context).hasSingleBean(Downloads.class));
        room.withPropertyValues("dgc.downloads.drawn-at-once=" + places)
                .run(context -> assertThat(context).hasFailed());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "../etc", "{\"$ne\":null}"})
    void knowsNoOtherLink(String token) {
        assertThat(downloads.take(token)).isEmpty();
    }

    @Test
    @DisplayName("T10: who reads the store reads neither the certificate nor the link")
    void keepsNothingThatCanBeRead() {
        String link = downloads.offer(QR_TEXT, DocumentLanguage.IT, DocumentKind.PDF).orElseThrow();
        Document one = kept().getFirst();
        assertThat(one.toJson()).doesNotContain("HC1:", link, Base64.getEncoder().encodeToString(QR_TEXT.getBytes()));
        assertThat(new String(one.get("sealed", Binary.class).getData(), ISO_8859_1)).doesNotContain("HC1", "PDF");
    }

    @Test
    @DisplayName("P28: who comes while too many documents are drawn keeps the link")
    void burnsNoLinkItHasNoPlaceFor() {
        String link = downloads.offer(QR_TEXT, DocumentLanguage.IT, DocumentKind.PNG).orElseThrow();
        assertThat(new MongoDownloads(store.template(), DOCUMENTS, 0, clock).take(link)).isEmpty();
        assertThat(downloads.take(link)).isPresent();
    }

    @Test
    void tellsThatThereIsNoLinkWhileTheStoreIsAway() {
        MongoDownloads away = new MongoDownloads(store.away(), DOCUMENTS, 8, clock);
        assertThat(away.offer(QR_TEXT, DocumentLanguage.IT, DocumentKind.PDF)).isEqualTo(Optional.empty());
        assertThat(away.take("A".repeat(43))).isEmpty();
    }

    private List<Document> kept() {
        return store.template().findAll(Document.class, "downloads");
    }
}
