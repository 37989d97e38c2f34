package it.dgc.deploy.sistemats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads files of notifications: one object, an array of them, or one object a line; nothing in them is corrected. */
public final class NotificationFiles {

    private NotificationFiles() {}

    /**
     * @param file a file in one of the three forms, UTF-8
     * @return each value in the file, in order; a file that is not JSON and has no line that is, is one value
     * @throws IOException if the file cannot be read
     */
    public static List<RawNotification> read(Path file) throws IOException {
        return split(Files.readAllBytes(file));
    }

    /**
     * @param stream as for {@link #read(Path)}; read to its end, not closed
     * @return as for {@link #read(Path)}
     * @throws IOException if the stream cannot be read
     */
    public static List<RawNotification> read(InputStream stream) throws IOException {
        return split(stream.readAllBytes());
    }

    private static List<RawNotification> split(byte[] file) {
        return JsonPieces.of(file).stream().map(RawNotification::new).toList();
    }
}
