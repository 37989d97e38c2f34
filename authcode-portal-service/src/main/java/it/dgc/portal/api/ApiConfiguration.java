package it.dgc.portal.api;

import it.dgc.common.problem.ProblemException;
import it.dgc.common.problem.ProblemType;
import it.dgc.portal.limits.CaptchaFloodGuard;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApiProperties.class)
class ApiConfiguration {

    /** @param origin that of the pages */
    @Bean
    WebMvcConfigurer api(@Value("${dgc.pages.origin:#{null}}") String origin, CaptchaFloodGuard flood) {
        return new WebMvcConfigurer() {

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new ApiGuard(origin)).addPathPatterns("/v1/portal/**");
                registry.addInterceptor(flood.or(
                        () -> new ProblemException(ProblemType.TOO_MANY_REQUESTS, CaptchaFloodGuard.ROOM_AFTER)))
                        .addPathPatterns("/v1/portal/captcha", "/v1/portal/captcha/*");
            }
        };
    }
}
