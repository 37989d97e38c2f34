package it.dgc.generation.deadletters;

import java.time.Clock;

import com.mongodb.client.MongoDatabase;
import it.dgc.generation.secrets.Secrets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;

@Configuration(proxyBeanMethods = false)
class DeadLettersConfiguration {

    @Bean
    Refusals refusals(MongoDatabase database) {
        return new MongoRefusals(database);
    }

    @Bean
    DeadLetters deadLetters(Refusals refusals, KafkaTemplate<byte[], byte[]> kafka, Secrets secrets, Clock clock) {
        return new DeadLetters(refusals, kafka, secrets, clock);
    }
}
