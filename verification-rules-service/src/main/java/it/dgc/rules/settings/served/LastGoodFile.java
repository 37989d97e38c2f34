package it.dgc.rules.settings.served;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import it.dgc.rules.RulesProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The copy on disk, for a start without the store. It is either the old one or the new one, never half of one. */
@Component
final class LastGoodFile {

    static final String NAME = "last-good-rules.json";

    private static final Logger LOG = LoggerFactory.getLogger(LastGoodFile.class);

    private final Path directory;

    LastGoodFile(RulesProperties settings) {
        this.directory = settings.directory();
    }

    /** @return what was written last; nothing where there is none, or where it is damaged */
    Optional<Timetable> read() {
        Path file = directory.resolve(NAME);
        try {
            Optional<Timetable> copy = Files.exists(file)
                    ? TimetableText.read(Files.readString(file))
                    : Optional.empty();
            if (Files.exists(file) && copy.isEmpty()) {
                LOG.error("the copy of the rules on disk is damaged and not used");
            }
            return copy;
        } catch (IOException notReadable) {
            LOG.error("the copy of the rules on disk cannot be read: {}", notReadable.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /** @return whether it is on the disk; without it a start needs the store */
    boolean write(Timetable timetable) {
        try {
            Files.createDirectories(directory);
            Path draft = Files.createTempFile(directory, NAME, ".new");
            try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                ByteBuffer text = StandardCharsets.UTF_8.encode(TimetableText.of(timetable));
                while (text.hasRemaining()) {
                    out.write(text);
                }
                out.force(true);
            }
            Files.move(draft, directory.resolve(NAME), StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException notWritten) {
            LOG.warn("the copy of the rules was not written to disk: {}", notWritten.getClass().getSimpleName());
            return false;
        }
    }
}
