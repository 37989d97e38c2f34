package it.dgc.deploy.local.delivery;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import it.dgc.common.codes.Cuev;
import it.dgc.common.messages.ExemptionNotification;
import it.dgc.deploy.sistemats.NotificationProducer;
import it.dgc.deploy.sistemats.RawNotification;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * A notification to be sent.
 *
 * @param cuev what it names as CUEV; empty where that is none
 * @param sending hands it to the producer
 */
public record Outgoing(Optional<Cuev> cuev,
        Function<NotificationProducer, CompletableFuture<RecordMetadata>> sending) {

    /**
     * @param raw what somebody wrote, good or bad
     * @return it, to be sent byte by byte
     */
    public static Outgoing of(RawNotification raw) {
        return new Outgoing(raw.cuev().flatMap(Cuev::parse),
                producer -> producer.sendRaw(raw.cuev().orElse(null), raw.value()));
    }

    /**
     * @param notification what Sistema TS would say
     * @return it
     */
    public static Outgoing of(ExemptionNotification notification) {
        return new Outgoing(Cuev.parse(notification.cuev()), producer -> producer.send(notification));
    }

    /** Masked: the code leads to a person. */
    @Override
    public String toString() {
        return "Outgoing[masked]";
    }
}
