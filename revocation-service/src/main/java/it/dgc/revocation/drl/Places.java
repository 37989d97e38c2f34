package it.dgc.revocation.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

import it.dgc.revocation.drl.hashes.RevokedHash;

/** Where each entry of the whole list stands, while versions are made; only segments that change are copied. */
final class Places {

    private final int chunkSize;
    private final List<Segment> segments;
    private final List<Segment.Draft> drafts = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();

    Places(int chunkSize, List<Segment> segments) {
        this.chunkSize = chunkSize;
        this.segments = new ArrayList<>(segments);
        for (Segment each : segments) {
            drafts.add(null);
            sizes.add(each.size());
        }
    }

    /** @return the place that it took */
    int add(RevokedHash hash) {
        int segment = segmentWithRoom();
        sizes.set(segment, sizes.get(segment) + 1);
        return segment * chunkSize + draft(segment).add(hash);
    }

    void remove(int place) {
        int segment = place / chunkSize;
        sizes.set(segment, sizes.get(segment) - 1);
        draft(segment).remove(place % chunkSize);
    }

    RevokedHash at(int place) {
        int segment = place / chunkSize;
        return drafts.get(segment) == null
                ? segments.get(segment).at(place % chunkSize)
                : drafts.get(segment).at(place % chunkSize);
    }

    void forEach(IntConsumer place) {
        for (int i = 0; i < segments.size(); i++) {
            int first = i * chunkSize;
            segments.get(i).taken().stream().forEach(at -> place.accept(first + at));
        }
    }

    /** @return the segments, with the changes since the last call */
    List<Segment> done() {
        for (int i = 0; i < drafts.size(); i++) {
            if (drafts.get(i) != null) {
                segments.set(i, drafts.get(i).done());
                drafts.set(i, null);
            }
        }
        return List.copyOf(segments);
    }

    /** A chunk keeps its gaps until it is less than half full: until then nobody has to download it again. */
    private int segmentWithRoom() {
        int last = segments.size() - 1;
        for (int i = 0; i < last; i++) {
            if (sizes.get(i) * 2 < chunkSize) {
                return i;
            }
        }
        return last >= 0 && sizes.get(last) < chunkSize ? last : newSegment();
    }

    private int newSegment() {
        segments.add(null);
        drafts.add(Segment.draft(chunkSize));
        sizes.add(0);
        return segments.size() - 1;
    }

    private Segment.Draft draft(int segment) {
        if (drafts.get(segment) == null) {
            drafts.set(segment, segments.get(segment).draft());
        }
        return drafts.get(segment);
    }
}
