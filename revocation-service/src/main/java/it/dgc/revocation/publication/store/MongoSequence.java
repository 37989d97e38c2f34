package it.dgc.revocation.publication.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

/** Documents whose {@code _id} counts without holes; a number is taken by writing its document. */
final class MongoSequence<T> {

    /** Documents a question. */
    private static final int BATCH = 1000;

    private final MongoTemplate mongo;
    private final Class<T> type;
    private final Function<T, Long> number;

    MongoSequence(MongoTemplate mongo, Class<T> type, Function<T, Long> number) {
        this.mongo = mongo;
        this.type = type;
        this.number = number;
    }

    /** @return whether its number was free */
    boolean add(T document) {
        try {
            mongo.insert(document);
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    Optional<T> at(long wanted) {
        return Optional.ofNullable(mongo.findById(wanted, type));
    }

    /** Asks for one first: mostly there is none, and for numbers, not a range: not every store has an index for ranges. */
    List<T> after(long last) {
        if (at(last + 1).isEmpty()) {
            return List.of();
        }
        List<Long> wanted = LongStream.rangeClosed(last + 1, last + BATCH).boxed().toList();
        Map<Long, T> found = mongo.find(query(where("_id").in(wanted)), type).stream()
                .collect(Collectors.toMap(number, Function.identity()));
        List<T> inOrder = new ArrayList<>();
        for (long next = last + 1; found.containsKey(next); next++) {
            inOrder.add(found.get(next));
        }
        return inOrder;
    }
}
