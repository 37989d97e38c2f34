package it.dgc.portal.retrieval;

import it.dgc.portal.certificates.Certificates;
import it.dgc.portal.inquiry.Inquiries;
import it.dgc.portal.sistemats.HealthCards;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetrievalProperties.class)
class RetrievalConfiguration {

    @Bean
    CertificateRetrieval certificateRetrieval(Inquiries inquiries, Certificates certificates, HealthCards cards,
            RetrievalProperties settings) {
        return new VerifiedRetrieval(inquiries, certificates, cards, settings.code());
    }
}
