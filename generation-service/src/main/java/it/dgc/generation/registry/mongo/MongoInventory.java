package it.dgc.generation.registry.mongo;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import it.dgc.common.uvci.Uvci;
import it.dgc.generation.registry.OutboxMessage;
import it.dgc.generation.registry.RegisterInventory;
import org.bson.Document;

/** Reads the whole register in MongoDB, fields without persons only. */
final class MongoInventory implements RegisterInventory {

    private final MongoCollections collections;

    MongoInventory(MongoCollections collections) {
        this.collections = collections;
    }

    @Override
    public boolean contains(Uvci uvci) {
        return collections.certificates().find(Filters.eq("_id", uvci.value())).projection(Projections.include("_id"))
                .first() != null;
    }

    @Override
    public void forEach(Consumer<Line> reader) {
        collections.certificates().find().projection(Projections.include(CertificateDocument.STATE,
                CertificateDocument.ERASED, CertificateDocument.REVISIONS, CertificateDocument.OUTBOX))
                .map(MongoInventory::line).forEach(reader);
    }

    private static Line line(Document aggregate) {
        return new Line(new Uvci(aggregate.getString("_id")), CertificateDocument.state(aggregate),
                aggregate.getBoolean(CertificateDocument.ERASED, false),
                aggregate.getList(CertificateDocument.REVISIONS, String.class, List.of()),
                CertificateDocument.outbox(aggregate).stream()
                        .map(OutboxMessage::eventId).collect(Collectors.toSet()));
    }
}
