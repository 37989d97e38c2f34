package it.dgc.revocation.drl;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import it.dgc.revocation.drl.hashes.RevokedHash;

/** One version of the list with all that readers may ask of it; immutable but for what it remembers to be quicker. */
public final class ListVersion {

    /** Chunks of deltas that are remembered deflated: some 20 MiB at the ministry's chunk size. */
    private static final int REMEMBERED = 64;

    private final VersionMark mark;
    private final int chunkSize;
    private final List<Segment> segments;
    private final History history;
    private final Map<DeltaChunk, PackedText> remembered = new ConcurrentHashMap<>();

    private record DeltaChunk(long from, int number) {}

    /**
     * @param mark what is recorded of it
     * @param chunkSize entries a chunk
     * @param segments the places of the whole list
     * @param history how it came about from older versions
     */
    public ListVersion(VersionMark mark, int chunkSize, List<Segment> segments, History history) {
        this.mark = mark;
        this.chunkSize = chunkSize;
        this.segments = List.copyOf(segments);
        this.history = history;
    }

    /** @return its number and what is recorded of it */
    public VersionMark mark() {
        return mark;
    }

    /** @return entries a chunk */
    public int chunkSize() {
        return chunkSize;
    }

    /** Does now what the first readers would wait for. */
    public void prepare() {
        segments.forEach(Segment::text);
    }

    /** @return the whole list */
    public Transfer.Whole whole() {
        return new Transfer.Whole(segments, mark.total());
    }

    /**
     * @param held the version that the client holds; 0 for none
     * @return what it has to download: the same for each question of one transfer (I6)
     */
    public Transfer since(long held) {
        if (held == mark.version()) {
            return new Transfer.Nothing(segments.size());
        }
        return held < mark.version() && history.keeps(held) ? new Transfer.Delta(history, held, chunkSize) : whole();
    }

    /**
     * @param transfer one of this version's
     * @param number of a chunk
     * @return its text, deflated, out of memory where others asked for the same
     */
    public PackedText packed(Transfer transfer, int number) {
        if (!(transfer instanceof Transfer.Delta delta)) {
            return transfer.packed(number);
        }
        if (remembered.size() >= REMEMBERED) {
            remembered.clear();
        }
        return remembered.computeIfAbsent(new DeltaChunk(delta.from(), number), key -> delta.packed(key.number()));
    }

    /** @return the oldest version that is brought up to date by a delta */
    public long oldestKept() {
        return history.oldest();
    }

    /** @return every entry, in the order of its place */
    public List<RevokedHash> entries() {
        return segments.stream().flatMap(segment -> segment.entries().stream()).toList();
    }

    /** @return the places of the whole list */
    public List<Segment> segments() {
        return segments;
    }

    /** @return how it came about from older versions */
    public History history() {
        return history;
    }
}
