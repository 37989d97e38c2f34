package it.dgc.portal.retrieval.downloads;

import java.time.Clock;

import it.dgc.portal.rendering.CertificateDocuments;
import it.dgc.portal.retrieval.Downloads;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

@Configuration(proxyBeanMethods = false)
class DownloadsConfiguration {

    @Bean
    CertificateDocuments certificateDocuments() {
        return new CertificateDocuments();
    }

    @Bean
    Downloads downloads(MongoTemplate mongo, CertificateDocuments documents,
            @Value("${dgc.downloads.drawn-at-once:8}") int drawnAtOnce, Clock clock) {
        return new MongoDownloads(mongo, documents, drawnAtOnce, clock);
    }
}
