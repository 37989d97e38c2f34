package it.dgc.revocation.drl;

import java.util.List;
import java.util.Optional;

import it.dgc.revocation.drl.hashes.RevokedHash;

/** What a client downloads to come to a version: the whole list, or what has changed since the version that it holds. */
public sealed interface Transfer {

    /** @return number of chunks, from 1 */
    int chunks();

    /** @return number of entries that it brings */
    int insertions();

    /** @return number of entries that it takes away; nothing for a whole list */
    Optional<Integer> deletions();

    /**
     * @param number 1 to {@link #chunks()}
     * @return the JSON text of the chunk's entries, deflated
     */
    PackedText packed(int number);

    /**
     * @param number 1 to {@link #chunks()}
     * @return the same text as it is
     */
    byte[] plain(int number);

    /** The whole list of a version: the same whatever the client holds (I7). */
    record Whole(List<Segment> segments, int total) implements Transfer {

        public Whole {
            segments = List.copyOf(segments);
        }

        @Override
        public int chunks() {
            return segments.size();
        }

        @Override
        public int insertions() {
            return total;
        }

        @Override
        public Optional<Integer> deletions() {
            return Optional.empty();
        }

        @Override
        public PackedText packed(int number) {
            return segments.get(number - 1).text();
        }

        @Override
        public byte[] plain(int number) {
            return segments.get(number - 1).plain();
        }

        /**
         * @param number 1 to {@link #chunks()}
         * @return the entries of the chunk
         */
        public List<RevokedHash> entries(int number) {
            return segments.get(number - 1).entries();
        }
    }

    /** What has changed since a version; never without a change (I2). */
    record Delta(History history, long from, int chunkSize) implements Transfer {

        @Override
        public int chunks() {
            return (history.size() - start() + chunkSize - 1) / chunkSize;
        }

        @Override
        public int insertions() {
            return history.count(start(), history.size(), true);
        }

        @Override
        public Optional<Integer> deletions() {
            return Optional.of(history.count(start(), history.size(), false));
        }

        @Override
        public PackedText packed(int number) {
            return PackedText.of(plain(number));
        }

        @Override
        public byte[] plain(int number) {
            return JsonHashes.delta(entries(number, true), entries(number, false));
        }

        private List<RevokedHash> entries(int number, boolean added) {
            int first = start() + (number - 1) * chunkSize;
            return history.served(first, Math.min(first + chunkSize, history.size()), added);
        }

        private int start() {
            return history.startAfter(from);
        }
    }

    /** Nothing: the client holds the newest version. It is told so in as many chunks as the whole list has (I4). */
    record Nothing(int chunks) implements Transfer {

        @Override
        public int insertions() {
            return 0;
        }

        @Override
        public Optional<Integer> deletions() {
            return Optional.empty();
        }

        @Override
        public PackedText packed(int number) {
            return PackedText.of(plain(number));
        }

        @Override
        public byte[] plain(int number) {
            return JsonHashes.delta(List.of(), List.of());
        }
    }
}
