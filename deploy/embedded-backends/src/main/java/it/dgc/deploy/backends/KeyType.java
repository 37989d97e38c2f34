package it.dgc.deploy.backends;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * Keys of unique indexes. By default each comparison serializes both. Here single texts and numbers, which are almost all there are,
 * are compared as such, and come before all others; those are compared as they are written.
 */
final class KeyType extends BasicDataType<KeyValue> {

    private static final String VALUES = "v";
    private static final int NO_TEXT = 0;
    private static final int OBJECT = 64;

    @Override
    public int compare(KeyValue one, KeyValue other) {
        Object a = single(one);
        Object b = single(other);
        int byKind = Integer.compare(kind(a), kind(b));
        if (byKind != 0) {
            return byKind;
        }
        return switch (a) {
            case String text -> text.compareTo((String) b);
            case Double number -> number.compareTo((Double) b);
            case null, default -> Arrays.compareUnsigned(BsonBytes.of(document(one)), BsonBytes.of(document(other)));
        };
    }

    @Override
    public int binarySearch(KeyValue key, Object storage, int size, int initialGuess) {
        KeyValue[] keys = (KeyValue[]) storage;
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int compared = compare(key, keys[middle]);
            if (compared == 0) {
                return middle;
            }
            low = compared > 0 ? middle + 1 : low;
            high = compared > 0 ? high : middle - 1;
        }
        return -(low + 1);
    }

    @Override
    public int getMemory(KeyValue key) {
        return OBJECT + (single(key) instanceof String text ? text.length() : OBJECT);
    }

    /** A text as its length and characters; all else, behind a length that no text has, as BSON. */
    @Override
    public void write(WriteBuffer buffer, KeyValue key) {
        if (single(key) instanceof String text) {
            buffer.putVarInt(text.length() + 1).putStringData(text, text.length());
        } else {
            buffer.putVarInt(NO_TEXT);
            BsonBytes.write(document(key), buffer);
        }
    }

    @Override
    public KeyValue read(ByteBuffer buffer) {
        int length = DataUtils.readVarInt(buffer);
        return length == NO_TEXT
                ? new KeyValue((Collection<?>) BsonBytes.read(buffer).get(VALUES))
                : new KeyValue(DataUtils.readString(buffer, length - 1));
    }

    @Override
    public KeyValue[] createStorage(int size) {
        return new KeyValue[size];
    }

    private static int kind(Object single) {
        return switch (single) {
            case String text -> 0;
            case Double number -> 1;
            case null, default -> 2;
        };
    }

    /** Null also where there are several. */
    private static Object single(KeyValue key) {
        return key.size() == 1 ? key.get(0) : null;
    }

    private static Document document(KeyValue key) {
        return new Document(VALUES, key.stream().toList());
    }
}
