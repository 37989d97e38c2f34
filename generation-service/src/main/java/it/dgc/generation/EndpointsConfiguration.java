package it.dgc.generation;

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
        return Endpoints.operations()
                .institutional(Role.OPERATOR, HttpMethod.POST, "/v1/operations/doctors/suspensions")
                .institutional(Role.OPERATOR, HttpMethod.POST, "/v1/operations/doctors/restorations")
                .institutional(Role.PORTAL, HttpMethod.POST, "/v1/certificates/find")
                .institutional(Role.PORTAL, HttpMethod.POST, "/v1/certificates/recover");
    }
}
