package it.dgc.generation.intake;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a message may have in it, laid out so that a name is looked up once as it is read. */
final class MessageShape {

    private static final String VERSION = "schemaVersion";
    /** One bit each says which fields were there. */
    private static final int MOST_FIELDS = Long.SIZE;

    private final int version;
    private final Map<String, Member> byPath;
    private final Map<String, Member> members;

    /**
     * One field, where it stands.
     *
     * @param place its number among all fields of the message
     * @param kind what belongs there
     * @param members by name, of an object
     */
    record Member(int place, Kind kind, Map<String, Member> members) {}

    /** What belongs into a field. */
    enum Kind {
        VERSION, OBJECT, TEXT
    }

    /**
     * @param version that is spoken
     * @param objects names of the fields that are objects; those of parts of an object have its name and a dot before them
     * @param texts names of the fields that are text, likewise
     */
    MessageShape(int version, Set<String> objects, Set<String> texts) {
        TreeSet<String> paths = new TreeSet<>(Set.of(VERSION));
        paths.addAll(objects);
        paths.addAll(texts);
        if (paths.size() > MOST_FIELDS) {
            throw new IllegalArgumentException("A message has at most 64 fields");
        }
        this.version = version;
        this.byPath = paths.stream().collect(Collectors.toUnmodifiableMap(Function.identity(),
                path -> member(path, paths, objects)));
        this.members = membersOf("", paths, objects);
    }

    private static Member member(String path, TreeSet<String> paths, Set<String> objects) {
        int place = paths.headSet(path).size();
        if (objects.contains(path)) {
            return new Member(place, Kind.OBJECT, membersOf(path + '.', paths, objects));
        }
        return new Member(place, path.equals(VERSION) ? Kind.VERSION : Kind.TEXT, Map.of());
    }

    private static Map<String, Member> membersOf(String prefix, TreeSet<String> paths, Set<String> objects) {
        return paths.stream().filter(path -> path.startsWith(prefix) && path.indexOf('.', prefix.length()) < 0)
                .collect(Collectors.toUnmodifiableMap(path -> path.substring(prefix.length()),
                        path -> member(path, paths, objects)));
    }

    int version() {
        return version;
    }

    /** @return how many fields there are */
    int size() {
        return byPath.size();
    }

    /** @return the place of the version */
    int placeOfVersion() {
        return place(VERSION);
    }

    /** @return the place of a field that the message may have */
    int place(String path) {
        return byPath.get(path).place();
    }

    /** @return what the message itself may have, by name */
    Map<String, Member> members() {
        return members;
    }
}
