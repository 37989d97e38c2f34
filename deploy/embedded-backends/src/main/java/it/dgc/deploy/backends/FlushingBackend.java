package it.dgc.deploy.backends;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/** The store in a file, flushed before a write is acknowledged, which the library leaves to a timer. */
final class FlushingBackend extends H2Backend {

    /** Bytes; each flush writes all that was touched, so a page holds little beside the document that was. */
    private static final int PAGE = 4 * 1024;

    /** 0: serialized objects, until November 2026. 1: BSON. */
    private static final int FORMAT = 1;

    /** Commands that change nothing; any other, known or not, is flushed. */
    private static final Set<String> READS = Set.of("find", "getmore", "killcursors", "count", "distinct", "ping",
            "hello",
            "ismaster", "buildinfo", "serverstatus", "dbstats", "collstats", "listdatabases", "listcollections",
            "listindexes",
            "whatsmyuri", "endsessions", "getlog", "hostinfo", "connectionstatus");

    /** Whoever waited to write during a flush writes before the next one, which so serves them all. */
    private static final boolean FIRST_COME_FIRST_SERVED = true;

    /** A flush amid another command would keep half of it: a document without its entry in the unique index. */
    private final Lock writing = new ReentrantLock(FIRST_COME_FIRST_SERVED);
    private final Lock flushing = new ReentrantLock();
    private final AtomicLong commands = new AtomicLong();
    /** The number of commands that the file holds; guarded by {@link #flushing}. */
    private long flushed;

    private FlushingBackend(MVStore store) {
        super(store);
    }

    static FlushingBackend open(Path file) {
        try {
            return new FlushingBackend(store(file));
        } catch (MVStoreException e) {
            throw new IllegalStateException(e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
                    ? "Another store uses this file: " + file
                    : "This file cannot be opened as a store: " + file, e);
        }
    }

    /** Neither timer nor full buffer may flush; old versions go at once, or the file grows by each write. */
    private static MVStore store(Path file) {
        MVStore store = new MVStore.Builder().fileName(file.toString()).autoCommitDisabled().autoCommitBufferSize(0)
                .pageSplitSize(PAGE)
                .open();
        store.setRetentionTime(0);
        store.setVersionsToKeep(0);
        return inOurFormat(store, file);
    }

    private static MVStore inOurFormat(MVStore store, Path file) {
        if (store.getStoreVersion() == 0 && store.getMapNames().isEmpty()) {
            store.setStoreVersion(FORMAT);
        }
        if (store.getStoreVersion() != FORMAT) {
            store.close();
            throw new IllegalStateException("This store was written by another release, which can read it: " + file);
        }
        return store;
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new Database(name);
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        return WireAnswers.orRefusal(() -> super.handleMessage(message));
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        if (WireAnswers.isHello(command)) {
            return WireAnswers.hello(super.handleCommand(channel, database, "ismaster", query));
        }
        return READS.contains(command.toLowerCase(Locale.ROOT))
                ? super.handleCommand(channel, database, command, query)
                : flushed(channel, database, command, query);
    }

    private Document flushed(Channel channel, String database, String command, Document query) {
        try {
            return written(() -> super.handleCommand(channel, database, command, query));
        } finally {
            // A command that fails may have changed documents before, which others already read.
            flush(commands.get());
        }
    }

    private Document written(Supplier<Document> command) {
        writing.lock();
        try {
            return command.get();
        } finally {
            commands.incrementAndGet();
            writing.unlock();
        }
    }

    /** One flush serves all whose commands ended before it began. */
    private void flush(long command) {
        flushing.lock();
        try {
            if (flushed < command) {
                writing.lock();
                try {
                    commit();
                    flushed = commands.get();
                } finally {
                    writing.unlock();
                }
            }
        } finally {
            flushing.unlock();
        }
    }

    /** Its unique indexes serve every filter that names their key; its file holds BSON. */
    final class Database extends H2Database {

        Database(String name) {
            super(name, getMvStore(), getCursorRegistry());
        }

        /** The library opens its maps by name; a map that is open already it takes as it is. */
        @Override
        protected MongoCollection<Object> openOrCreateCollection(String collection, CollectionOptions options) {
            getMvStore().openMap("databases." + getFullCollectionNamespace(collection),
                    new MVMap.Builder<Object, Document>().valueType(new DocumentType()));
            return super.openOrCreateCollection(collection, options);
        }

        @Override
        protected Index<Object> openOrCreateUniqueIndex(String collection, String index, List<IndexKey> keys,
                boolean sparse) {
            getMvStore().openMap(getFullCollectionNamespace(collection) + "._index_" + index,
                    new MVMap.Builder<KeyValue, Object>().keyType(new KeyType()));
            return new ConjunctionIndex(super.openOrCreateUniqueIndex(collection, index, keys, sparse), keys, sparse);
        }
    }
}
