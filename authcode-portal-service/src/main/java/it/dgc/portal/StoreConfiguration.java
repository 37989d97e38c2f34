package it.dgc.portal;

import java.util.concurrent.TimeUnit;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the store is spoken to that all instances share: what one has counted or used up, the others must see. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    /** Seconds; a citizen waits, and is told to come back rather than kept. */
    private static final int SERVER_FOUND_WITHIN = 2;
    private static final int ANSWERED_WITHIN = 5;

    /** A used captcha or a counted failure must survive a change of primary: else it could be had again. */
    @Bean
    MongoClientSettingsBuilderCustomizer durableWrites() {
        return settings -> settings.writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY).readPreference(ReadPreference.primary())
                .applyToClusterSettings(c -> c.serverSelectionTimeout(SERVER_FOUND_WITHIN, TimeUnit.SECONDS))
                .applyToSocketSettings(s -> s.readTimeout(ANSWERED_WITHIN, TimeUnit.SECONDS));
    }
}
