package it.dgc.revocation.drl.http;

/**
 * The CRC-32 of two texts one behind the other, from the CRC-32 of each (RFC 1952, section 8). To put {@code n} zero bytes
 * behind a text is a linear map of its checksum over GF(2): a matrix of 32 columns, raised to the power {@code n}.
 */
final class Crc32Sum {

    /** Of CRC-32, lowest power first. */
    private static final int POLYNOMIAL = 0xEDB88320;

    private Crc32Sum() {}

    /**
     * @param first checksum of what comes first
     * @param second checksum of what follows
     * @param length bytes of what follows
     * @return checksum of both
     */
    static int of(int first, int second, long length) {
        int sum = first;
        int[] power = eightTimes(oneZeroBit());
        for (long left = length; left != 0; left >>>= 1) {
            if ((left & 1) == 1) {
                sum = times(power, sum);
            }
            power = square(power);
        }
        return sum ^ second;
    }

    private static int[] oneZeroBit() {
        int[] matrix = new int[Integer.SIZE];
        matrix[0] = POLYNOMIAL;
        for (int bit = 1; bit < Integer.SIZE; bit++) {
            matrix[bit] = 1 << bit - 1;
        }
        return matrix;
    }

    private static int[] eightTimes(int[] matrix) {
        return square(square(square(matrix)));
    }

    private static int[] square(int[] matrix) {
        int[] squared = new int[matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            squared[i] = times(matrix, matrix[i]);
        }
        return squared;
    }

    private static int times(int[] matrix, int vector) {
        int product = 0;
        for (int i = 0, left = vector; left != 0; i++, left >>>= 1) {
            if ((left & 1) == 1) {
                product ^= matrix[i];
            }
        }
        return product;
    }
}
