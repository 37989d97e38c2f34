package it.dgc.revocation.drl.http;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Tomcat answers 400 to more header fields than it likes, where 431 would be right; no verifier may get that (P15), so it
 * is made to like more than any proxy adds. Their size has a limit in the settings file, for the same reason a high one.
 */
@Configuration(proxyBeanMethods = false)
class RequestLimitsConfiguration {

    private static final int MOST_FIELDS = 1000;

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> manyHeaderFields() {
        return server -> server.addConnectorCustomizers(
                connector -> connector.setProperty("maxHeaderCount", Integer.toString(MOST_FIELDS)));
    }
}
