package it.dgc.revocation;

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
        return Endpoints.operations().open("/v1/dgc/drl").open("/v1/dgc/drl/check")
                .institutional(Role.SISTEMA_TS, HttpMethod.POST, "/v1/revocations")
                .institutional(Role.SISTEMA_TS, HttpMethod.GET, "/v1/revocations/{requestId}")
                .institutional(Role.OPERATOR, HttpMethod.GET, "/v1/operations/drl/held")
                .institutional(Role.OPERATOR, HttpMethod.POST, "/v1/operations/drl/releases");
    }
}
