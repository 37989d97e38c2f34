package it.dgc.revocation.publication;

import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import it.dgc.revocation.DrlProperties;
import it.dgc.revocation.drl.ListEditor;
import it.dgc.revocation.drl.ListVersion;
import it.dgc.revocation.drl.disk.ListDirectory;
import it.dgc.revocation.drl.served.ServedList;
import it.dgc.revocation.publication.ledger.RevocationLog;
import it.dgc.revocation.publication.ledger.VersionRegister;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Puts the parts of the publication together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DrlProperties.class)
@EnableScheduling
class PublicationConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(PublicationConfiguration.class);

    /** Seconds; short, because reads do not wait for the store and everything else tries again. */
    private static final int SERVER_FOUND_WITHIN = 5;

    /** An acknowledged row must survive a change of primary: its number would be given out twice (D4). */
    @Bean
    MongoClientSettingsBuilderCustomizer durableWrites() {
        return settings -> settings.writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY).readPreference(ReadPreference.primary())
                .applyToClusterSettings(c -> c.serverSelectionTimeout(SERVER_FOUND_WITHIN, TimeUnit.SECONDS));
    }

    @Bean
    ListDirectory listDirectory(DrlProperties settings) {
        return ListDirectory.open(settings.directory());
    }

    @Bean
    ServedList servedList(Clock clock, DrlProperties settings) {
        return new ServedList(clock, settings.promisedFor());
    }

    @Bean
    PublicationState publicationState() {
        return new PublicationState();
    }

    @Bean
    RevocationList revocationList(RevocationLog log, VersionRegister register, ListDirectory directory,
            DrlProperties settings) {
        return new RevocationList(log, register, loaded(directory, settings)
                .map(version -> ListEditor.of(version, settings.keepVersionsFor()))
                .orElseGet(() -> ListEditor.empty(settings.chunkSize(), settings.keepVersionsFor())));
    }

    /** A damaged copy is made anew from the store: serving half of it would be worse than serving none. */
    private static Optional<ListVersion> loaded(ListDirectory directory, DrlProperties settings) {
        try {
            return directory.load(settings.chunkSize());
        } catch (IOException | IllegalArgumentException damaged) {
            LOG.error("the copy on disk cannot be used and is made anew from the store: {}",
                    damaged.getClass().getName());
            return Optional.empty();
        }
    }

    @Bean
    ListUpkeep listUpkeep(RevocationList list, VersionRegister register, ListDirectory directory, ServedList served,
            PublicationState state, DrlProperties settings, Clock clock) {
        Clock toTheMillisecond = Clock.tick(clock, ChronoUnit.MILLIS.getDuration()); // as the store keeps it
        Publisher publisher = new Publisher(list, register,
                new PublishGuard(settings.largestGrowth(), settings.growthFloor()), state,
                new Publisher.Pace(settings.publishEvery(), settings.leaseFor()), toTheMillisecond,
                UUID.randomUUID().toString());
        return new ListUpkeep(list, publisher, directory, served, state, clock);
    }

    @Bean
    HeldVersions heldVersions(VersionRegister register, Clock clock) {
        return new HeldVersions(register, Clock.tick(clock, ChronoUnit.MILLIS.getDuration()));
    }
}
