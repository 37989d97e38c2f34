package it.dgc.portal.limits.counters;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class CountersConfiguration {

    @Bean
    Counters counters(MongoTemplate mongo) {
        return new MongoCounters(mongo);
    }

    @Bean
    ForgottenCounters forgottenCounters(Counters counters, Clock clock) {
        return new ForgottenCounters(counters, clock);
    }
}
