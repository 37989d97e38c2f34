package it.dgc.common.qr.symbol;

/**
 * Code words of error correction: the remainder of the data divided by a generator polynomial over GF(256) (ISO/IEC
 * 18004, 7.5.2 and annex A). A remainder is four machine words, its highest coefficient first.
 */
final class ReedSolomon {

    /** Highest degree of a generator (table 9). */
    private static final int LARGEST = 30;
    /** x^8 + x^4 + x^3 + x^2 + 1 (7.5.2). */
    private static final int MODULUS = 0b1_0001_1101;
    private static final int WORDS = 4;
    private static final ReedSolomon[] BY_DEGREE = byDegree();

    private final int degree;
    /** For each factor its product with the generator, without the leading coefficient. */
    private final long[] products = new long[256 * WORDS];

    private ReedSolomon(int degree) {
        this.degree = degree;
        int[] generator = generator(degree);
        for (int factor = 0; factor < 256; factor++) {
            for (int at = 0; at < degree; at++) {
                long product = multiply(generator[at], factor);
                products[factor * WORDS + at / 8] |= product << 56 - 8 * (at % 8);
            }
        }
    }

    /** @param degree how many code words of error correction a block gets */
    static ReedSolomon of(int degree) {
        return BY_DEGREE[degree];
    }

    /** Divides {@code length} code words of {@code data}, and writes the remainder into {@code correction}. */
    void divide(byte[] data, int from, int length, byte[] correction, int to) {
        long first = 0;
        long second = 0;
        long third = 0;
        long fourth = 0;
        for (int at = from; at < from + length; at++) {
            int row = ((int) (first >>> 56) ^ Byte.toUnsignedInt(data[at])) * WORDS;
            first = (first << 8 | second >>> 56) ^ products[row];
            second = (second << 8 | third >>> 56) ^ products[row + 1];
            third = (third << 8 | fourth >>> 56) ^ products[row + 2];
            fourth = fourth << 8 ^ products[row + 3];
        }
        long[] remainder = {first, second, third, fourth};
        for (int at = 0; at < degree; at++) {
            correction[to + at] = (byte) (remainder[at / 8] >>> 56 - 8 * (at % 8));
        }
    }

    /** Coefficients of (x - 1)(x - 2)(x - 4)..., one factor for each degree, without the leading one. */
    private static int[] generator(int degree) {
        int[] generator = new int[degree];
        generator[degree - 1] = 1;
        int root = 1;
        for (int factor = 0; factor < degree; factor++) {
            for (int at = 0; at < degree; at++) {
                int next = at + 1 < degree ? generator[at + 1] : 0;
                generator[at] = multiply(generator[at], root) ^ next;
            }
            root = multiply(root, 2);
        }
        return generator;
    }

    private static int multiply(int one, int other) {
        int product = 0;
        for (int bit = 7; bit >= 0; bit--) {
            product = product << 1 ^ (product >>> 7) * MODULUS;
            product ^= (other >>> bit & 1) * one;
        }
        return product;
    }

    private static ReedSolomon[] byDegree() {
        ReedSolomon[] all = new ReedSolomon[LARGEST + 1];
        for (int degree = 1; degree <= LARGEST; degree++) {
            all[degree] = new ReedSolomon(degree);
        }
        return all;
    }
}
