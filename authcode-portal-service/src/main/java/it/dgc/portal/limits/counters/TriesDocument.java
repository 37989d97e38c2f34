package it.dgc.portal.limits.counters;

import java.time.Instant;
import java.util.Date;
import java.util.List;

import org.bson.Document;

/**
 * Tries as they are stored.
 *
 * @param version another one after every change, never the same again: a counter may be forgotten and come back meanwhile
 */
record TriesDocument(String version, Tries tries) {

    static final String ID = "_id";
    static final String VERSION = "version";
    static final String UNTIL = "until";
    private static final String TRIES = "tries";
    private static final String TOKEN = "token";
    private static final String AT = "at";
    private static final String FAILED = "failed";

    static TriesDocument of(Document stored) {
        List<Tries.Try> entries = stored.getList(TRIES, Document.class).stream().map(TriesDocument::entry).toList();
        return new TriesDocument(stored.getString(VERSION), new Tries(entries));
    }

    Document toDocument(String key) {
        return new Document(ID, key).append(VERSION, version).append(UNTIL, Date.from(tries.until())).append(TRIES,
                tries.entries().stream().map(TriesDocument::document).toList());
    }

    private static Tries.Try entry(Document stored) {
        return new Tries.Try(stored.getString(TOKEN), instant(stored, AT), instant(stored, UNTIL),
                stored.getBoolean(FAILED));
    }

    private static Document document(Tries.Try entry) {
        return new Document(TOKEN, entry.token()).append(AT, Date.from(entry.at()))
                .append(UNTIL, Date.from(entry.until())).append(FAILED, entry.failed());
    }

    private static Instant instant(Document stored, String field) {
        return stored.getDate(field).toInstant();
    }
}
