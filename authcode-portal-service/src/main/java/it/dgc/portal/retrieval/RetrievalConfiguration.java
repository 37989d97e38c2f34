package it.dgc.portal.retrieval;

import it.dgc.portal.certificates.Certificates;
import it.dgc.portal.inquiry.Inquiries;
import it.dgc.portal.sistemats.HealthCards;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RetrievalConfiguration {

    @Bean
    CertificateRetrieval certificateRetrieval(Inquiries inquiries, Certificates certificates, HealthCards cards) {
        return new VerifiedRetrieval(inquiries, certificates, cards);
    }
}
