package it.dgc.generation.registry.mongo;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.mongodb.client.model.ReplaceOptions;
import it.dgc.common.person.CodiceFiscale;
import it.dgc.generation.registry.SuspendedDoctors;
import it.dgc.generation.secrets.BlindIndex;
import org.bson.Document;

import static com.mongodb.client.model.Filters.eq;

/** The suspended doctors in MongoDB. */
final class MongoSuspendedDoctors implements SuspendedDoctors {

    private static final String ID = "_id";

    private final MongoCollections collections;
    private final MongoLookup suspended;
    private final BlindIndex index;

    MongoSuspendedDoctors(MongoCollections collections, BlindIndex index) {
        this.collections = collections;
        suspended = new MongoLookup(collections.suspendedDoctors(), ID, null);
        this.index = index;
    }

    @Override
    public Set<CodiceFiscale> among(Set<CodiceFiscale> doctors) {
        List<CodiceFiscale> asked = List.copyOf(doctors);
        List<Optional<Document>> found = suspended.findAll(asked.stream().map(this::id).toList());
        return IntStream.range(0, asked.size()).filter(i -> found.get(i).isPresent()).mapToObj(asked::get)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void suspend(CodiceFiscale doctor) {
        collections.suspendedDoctors().replaceOne(eq(ID, id(doctor)), new Document(ID, id(doctor)),
                new ReplaceOptions().upsert(true));
    }

    @Override
    public void restore(CodiceFiscale doctor) {
        collections.suspendedDoctors().deleteOne(eq(ID, id(doctor)));
    }

    private String id(CodiceFiscale doctor) {
        return Base64.getEncoder().encodeToString(index.of(doctor));
    }
}
