package it.dgc.revocation;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import it.dgc.common.uvci.Uvci;
import it.dgc.revocation.drl.hashes.RevokedHash;

/** Hashes of certificates that nobody has. */
public final class Hashes {

    private Hashes() {}

    /** @return always the same for the same number */
    public static RevokedHash number(int number) {
        return RevokedHash.of(uvci(number));
    }

    public static Uvci uvci(int number) {
        try {
            return Uvci.derive(MessageDigest.getInstance("SHA-256")
                    .digest(ByteBuffer.allocate(Integer.BYTES).putInt(number).array()));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    public static List<RevokedHash> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(Hashes::number).toList();
    }

    /** @return as good as a SHA-256, and quicker where there are millions of them */
    public static RevokedHash random(Random random) {
        return new RevokedHash(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
    }
}
