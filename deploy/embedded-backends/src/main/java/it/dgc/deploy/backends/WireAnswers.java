package it.dgc.deploy.backends;

import java.util.function.Supplier;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;

/** Answers that the library lacks or gives too loudly. */
final class WireAnswers {

    private WireAnswers() {}

    static boolean isHello(String command) {
        return "hello".equalsIgnoreCase(command);
    }

    /** Never adds sessions: a driver that sees them runs transactions that are silently not atomic here. */
    static Document hello(Document legacyHello) {
        return legacyHello.append("isWritablePrimary", Boolean.TRUE);
    }

    /** Answers a refused command to its sender; left to the server it would also print the whole document to the log. */
    static Document orRefusal(Supplier<Document> answer) {
        try {
            return answer.get();
        } catch (MongoServerException e) {
            return refusal(e);
        }
    }

    private static Document refusal(MongoServerException e) {
        Document answer = new Document("ok", 0).append("errmsg", e.getMessageWithoutErrorCode());
        if (e instanceof MongoServerError error) {
            answer.append("code", error.getCode());
            answer.putIfNotNull("codeName", error.getCodeName());
        }
        return answer;
    }
}
