package it.dgc.portal;

import it.dgc.common.spring.access.Endpoints;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** All that this service opens, and to whom; the rest is denied (architecture, D11). */
@Configuration(proxyBeanMethods = false)
class EndpointsConfiguration {

    @Bean
    Endpoints endpoints() {
        return Endpoints.operations().open("/").open("/web/faq.html").open("/{language:it|en|de|fr}")
                .open("/{language:it|en|de|fr}/**").open("/assets/**").open("/v1/portal/captcha")
                .open("/v1/portal/captcha/*").open("/v1/portal/authcode").open("/v1/portal/certificates")
                .open("/v1/portal/certificates/no-card").open("/v1/portal/openapi.yaml");
    }
}
