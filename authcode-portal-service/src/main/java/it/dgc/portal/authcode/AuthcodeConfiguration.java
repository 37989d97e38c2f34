package it.dgc.portal.authcode;

import it.dgc.portal.certificates.Certificates;
import it.dgc.portal.inquiry.Inquiries;
import it.dgc.portal.sistemats.HealthCards;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AuthcodeConfiguration {

    @Bean
    AuthcodeRecovery authcodeRecovery(Inquiries inquiries, Certificates certificates, HealthCards cards) {
        return new CardAuthcodeRecovery(inquiries, certificates, cards);
    }
}
