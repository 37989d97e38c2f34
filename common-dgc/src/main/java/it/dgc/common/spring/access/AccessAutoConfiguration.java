package it.dgc.common.spring.access;

import java.time.Clock;
import java.util.Map;

import jakarta.servlet.DispatcherType;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** Denies what a service's {@link Endpoints} do not open, all where it has none (architecture, D11; reliability P24). */
@AutoConfiguration(before = {UserDetailsServiceAutoConfiguration.class, ServletWebSecurityAutoConfiguration.class,
        ManagementWebSecurityAutoConfiguration.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({SecurityFilterChain.class, TomcatServletWebServerFactory.class})
@EnableConfigurationProperties(AccessProperties.class)
class AccessAutoConfiguration {

    @Bean
    InstitutionalPort institutionalPort(AccessProperties settings, ServerProperties server, SslBundles bundles) {
        return new InstitutionalPort(settings.institutionalPort(), server.getAddress(), bundles);
    }

    /** As Boot does with the plain port under {@code local.server.port}. */
    @Bean
    ApplicationListener<ServletWebServerInitializedEvent> institutionalPortTold(InstitutionalPort port,
            ConfigurableEnvironment environment) {
        return started -> environment.getPropertySources().addFirst(new MapPropertySource("institutional port",
                Map.of("local.institutional.port", port.localPort())));
    }

    @Bean
    Refusals accessRefusals(ObjectProvider<Endpoints> endpoints) {
        return new Refusals(endpoints.getIfAvailable(Endpoints::none));
    }

    /**
     * No tokens against forged requests: there is no cookie that a browser would add. It might add a client certificate,
     * therefore institutional endpoints take JSON only, which a page of another site cannot send without asking first
     * (Fetch standard, CORS-preflight), and that question is refused.
     */
    @Bean
    SecurityFilterChain defaultDeny(HttpSecurity http, ObjectProvider<Endpoints> endpoints, InstitutionalPort port,
            AccessProperties settings, Refusals refusals, Clock clock) {
        EndpointAccess access = new EndpointAccess(endpoints.getIfAvailable(Endpoints::none), port);
        CallerFilter callers = new CallerFilter(port, new Callers(settings.callers()), clock);
        return http.csrf(CsrfConfigurer::disable).logout(LogoutConfigurer::disable)
                .requestCache(RequestCacheConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(AccessAutoConfiguration::headers)
                .exceptionHandling(refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .addFilterBefore(callers, AnonymousAuthenticationFilter.class)
                // What follows from a request that was let in, or tells that it was not.
                .authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                        .permitAll().anyRequest().access(access))
                .build();
    }

    /** Caching is each answer's own affair, and the edges tell browsers to use TLS. */
    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.defaultsDisabled().contentTypeOptions(Customizer.withDefaults())
                .contentSecurityPolicy(policy -> policy.policyDirectives(SecurityFields.NO_PARTS));
    }

    /** Strict with paths, which decide who may; methods and the values of fields are read by controllers alone. */
    @Bean
    HttpFirewall unambiguousPaths() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        firewall.setAllowedHeaderNames(any -> true);
        firewall.setAllowedHeaderValues(any -> true);
        firewall.setAllowedParameterNames(any -> true);
        firewall.setAllowedParameterValues(any -> true);
        return firewall;
    }

    /** Requests are observed as a whole; each of security's filters and decisions by itself would cost more than they do. */
    @Bean
    SecurityObservationSettings securityUnobserved() {
        return SecurityObservationSettings.noObservations();
    }

    /** Its presence keeps Boot from inventing a user with a password. */
    @Bean
    AuthenticationManager nobodyHasAPassword() {
        return attempt -> {
            throw new ProviderNotFoundException("Callers are known by their certificates alone");
        };
    }
}
