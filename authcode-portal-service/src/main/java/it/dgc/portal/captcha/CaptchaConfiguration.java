package it.dgc.portal.captcha;

import java.time.Clock;

import io.micrometer.core.instrument.MeterRegistry;
import it.dgc.portal.captcha.senses.DigitPicture;
import it.dgc.portal.captcha.senses.DigitSpeech;
import it.dgc.portal.captcha.store.OpenCaptchas;
import it.dgc.portal.limits.keys.KeyedHash;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CaptchaProperties.class)
class CaptchaConfiguration {

    @Bean
    Captchas captchas(OpenCaptchas open, CaptchaProperties settings, KeyedHash hash, Clock clock,
            MeterRegistry meters) {
        TypedCodes codes = new TypedCodes(hash, DigitPicture.load(), DigitSpeech.load());
        return new SingleUseCaptchas(open, codes, settings, hash, clock, meters);
    }
}
