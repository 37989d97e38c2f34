package it.dgc.deploy.backends;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Documents in the file as BSON, as they travel; by default they are serialized objects, several times as slow and as large. */
final class DocumentType extends BasicDataType<Document> {

    private static final int OBJECT = 24;
    private static final int ENTRY = 48;

    @Override
    public int getMemory(Document document) {
        return size(document);
    }

    @Override
    public void write(WriteBuffer buffer, Document document) {
        BsonBytes.write(document, buffer);
    }

    @Override
    public Document read(ByteBuffer buffer) {
        return BsonBytes.read(buffer);
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }

    /** Pages are cut by it. */
    private static int size(Object value) {
        return switch (value) {
            case String text -> OBJECT + text.length();
            case BinData binary -> OBJECT + binary.getData().length;
            case Map<?, ?> map -> OBJECT + map.entrySet().stream()
                    .mapToInt(entry -> ENTRY + entry.getKey().toString().length() + size(entry.getValue())).sum();
            case Collection<?> list -> OBJECT + list.stream().mapToInt(DocumentType::size).sum();
            case null, default -> OBJECT;
        };
    }
}
