package it.dgc.portal.pages;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import it.dgc.portal.limits.CaptchaFloodGuard;
import it.dgc.portal.limits.keys.KeyedHash;
import it.dgc.portal.pages.guard.FormGuard;
import it.dgc.portal.pages.guard.FormTokens;
import it.dgc.portal.pages.guard.PageHeaders;
import it.dgc.portal.pages.site.AccessibilityContact;
import it.dgc.portal.pages.site.Assets;
import it.dgc.portal.pages.site.PageRefusal;
import it.dgc.portal.pages.site.PathLocaleResolver;
import it.dgc.portal.pages.site.WrongAddressFilter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PagesProperties.class)
class PagesConfiguration {

    private static final String PAGES = "/{language:it|en|de|fr}/**";
    private static final String FORMS = "/{language:it|en|de|fr}/{slug:authcode|senza-tessera|certificazione}";

    @Bean
    Assets assets() {
        return Assets.load();
    }

    @Bean
    FormTokens formTokens(KeyedHash hash, PagesProperties settings) {
        return new FormTokens(hash, settings.secureCookie());
    }

    @Bean
    AccessibilityContact accessibilityContact(PagesProperties settings) {
        return new AccessibilityContact(settings.accessibilityContact());
    }

    /** Before the filters that decide who may. */
    @Bean
    FilterRegistrationBean<WrongAddressFilter> wrongAddresses() {
        FilterRegistrationBean<WrongAddressFilter> filter = new FilterRegistrationBean<>(new WrongAddressFilter());
        filter.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1);
        return filter;
    }

    @Bean
    LocaleResolver localeResolver() {
        return new PathLocaleResolver();
    }

    /** Nothing is looked up in the language of the machine: a word that is missing must be seen missing. */
    @Bean
    MessageSource messageSource() {
        ResourceBundleMessageSource words = new ResourceBundleMessageSource();
        words.setBasename("it/dgc/portal/pages/messages");
        words.setDefaultEncoding(StandardCharsets.UTF_8.name());
        words.setFallbackToSystemLocale(false);
        return words;
    }

    @Bean
    WebMvcConfigurer pages(Assets assets, FormTokens tokens, PagesProperties settings, CaptchaFloodGuard flood) {
        return new WebMvcConfigurer() {

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new PageHeaders()).addPathPatterns("/", "/{language:it|en|de|fr}", PAGES);
                registry.addInterceptor(new FormGuard(tokens, settings.origin())).addPathPatterns(PAGES);
                registry.addInterceptor(flood.or(() -> new PageRefusal(PageRefusal.Reason.TOO_MANY)))
                        .addPathPatterns(FORMS, FORMS + "/captcha");
            }

            /** The address holds a hash of the content: what was once fetched never changes. */
            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                registry.addResourceHandler(assets.path("**")).addResourceLocations(Assets.LOCATION)
                        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
            }
        };
    }
}
