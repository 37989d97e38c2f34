package it.dgc.portal.retrieval.downloads;

import java.time.Clock;

import it.dgc.portal.rendering.CertificateDocuments;
import it.dgc.portal.retrieval.Downloads;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DownloadsProperties.class)
class DownloadsConfiguration {

    @Bean
    CertificateDocuments certificateDocuments() {
        return new CertificateDocuments();
    }

    @Bean
    Downloads downloads(MongoTemplate mongo, CertificateDocuments documents, DownloadsProperties settings,
            Clock clock) {
        return new MongoDownloads(mongo, documents, settings.drawnAtOnce(), clock);
    }
}
