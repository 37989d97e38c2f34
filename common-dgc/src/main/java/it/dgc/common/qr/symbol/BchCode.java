package it.dgc.common.qr.symbol;

/** The shortened codes that guard format and version information (ISO/IEC 18004, annexes C and D). */
final class BchCode {

    private BchCode() {}

    /**
     * @param data bits to guard
     * @param checkBits degree of the generator
     * @param generator polynomial over GF(2), a bit for each coefficient
     * @return the data, and the remainder of its division behind it
     */
    static int withCheckBits(int data, int checkBits, int generator) {
        int remainder = data << checkBits;
        for (int bit = Integer.SIZE - 1; bit >= checkBits; bit--) {
            if ((remainder >>> bit & 1) == 1) {
                remainder ^= generator << bit - checkBits;
            }
        }
        return data << checkBits | remainder;
    }
}
