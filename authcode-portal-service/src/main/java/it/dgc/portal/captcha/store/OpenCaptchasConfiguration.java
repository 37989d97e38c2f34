package it.dgc.portal.captcha.store;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class OpenCaptchasConfiguration {

    @Bean
    OpenCaptchas openCaptchas(MongoTemplate mongo) {
        return new MongoOpenCaptchas(mongo);
    }

    @Bean
    ForgottenCaptchas forgottenCaptchas(OpenCaptchas captchas, Clock clock) {
        return new ForgottenCaptchas(captchas, clock);
    }
}
