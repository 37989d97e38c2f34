package it.dgc.revocation.drl.http;

import it.dgc.common.spring.access.SecurityFields;
import it.dgc.revocation.drl.served.ServedList;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts {@link DirectChunks} behind the measurement of all requests and before everything else. */
@Configuration(proxyBeanMethods = false)
class DirectChunksConfiguration {

    /** Of the filter that measures, plus one. */
    private static final int AFTER_MEASUREMENT = Ordered.HIGHEST_PRECEDENCE + 2;

    /** Bytes a connection: a chunk leaves in a few writes, and two thousand connections still fit into 64 MiB. */
    private static final int WRITTEN_AT_ONCE = 32 * 1024;
    private static final int MOST_CONNECTIONS = 2_048;

    @Bean
    FilterRegistrationBean<DirectChunks> directChunks(ServedList served) {
        FilterRegistrationBean<DirectChunks> filter = new FilterRegistrationBean<>(
                new DirectChunks(served, SecurityFields.ofAllAnswers()));
        filter.setOrder(AFTER_MEASUREMENT);
        filter.addUrlPatterns("/v1/dgc/drl");
        return filter;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> largeWrites() {
        return server -> server.addConnectorCustomizers(connector -> {
            connector.setProperty("socket.appWriteBufSize", Integer.toString(WRITTEN_AT_ONCE));
            connector.setProperty("maxConnections", Integer.toString(MOST_CONNECTIONS));
        });
    }
}
