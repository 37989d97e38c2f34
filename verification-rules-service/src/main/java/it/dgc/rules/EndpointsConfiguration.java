package it.dgc.rules;

import it.dgc.common.spring.access.Endpoints;
import it.dgc.common.spring.access.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** All that this service opens, and to whom; the rest is denied (architecture, D11). */
@Configuration(proxyBeanMethods = false)
class EndpointsConfiguration {

    @Bean
    Endpoints endpoints() {
        return Endpoints.operations().open("/v1/dgc/signercertificate/status")
                .open("/v1/dgc/signercertificate/update").open("/v1/dgc/settings")
                .institutional(Role.OPERATOR, HttpMethod.GET, "/v1/operations/rules")
                .institutional(Role.OPERATOR, HttpMethod.POST, "/v1/operations/rules")
                .institutional(Role.OPERATOR, HttpMethod.GET, "/v1/operations/rules/{version}")
                .institutional(Role.OPERATOR, HttpMethod.POST, "/v1/operations/rules/{version}/approval")
                .institutional(Role.OPERATOR, HttpMethod.POST, "/v1/operations/rules/rollback");
    }
}
