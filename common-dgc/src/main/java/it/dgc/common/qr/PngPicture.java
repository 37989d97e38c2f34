package it.dgc.common.qr;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

import it.dgc.common.qr.symbol.Symbol;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** A symbol as PNG (ISO/IEC 15948): only the chunks IHDR, IDAT and IEND, so that nothing but the modules is told. */
final class PngPicture {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int LARGEST_MODULE = 32;

    /** ISO/IEC 15948, 11.2.2. */
    private static final byte BIT_DEPTH = 1;
    private static final byte GREYSCALE = 0;

    /** ISO/IEC 15948, 9.2: filter types "none" and "up". */
    static final byte AS_IT_IS = 0;
    static final byte AS_DIFFERENCE_FROM_ABOVE = 2;

    private PngPicture() {}

    static byte[] of(QrSymbol symbol, int pixelsPerModule) {
        if (pixelsPerModule < 1 || pixelsPerModule > LARGEST_MODULE) {
            throw new IllegalArgumentException("a module has 1 to " + LARGEST_MODULE + " pixels a side");
        }
        int side = symbol.modules() * pixelsPerModule;
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        png.writeBytes(chunk("IHDR", header(side)));
        png.writeBytes(chunk("IDAT", pixelsPerModule == ModuleBlock.PIXELS_PER_MODULE
                ? ModuleBlock.of(symbol)
                : deflated(scanLines(symbol, pixelsPerModule, side))));
        png.writeBytes(chunk("IEND", new byte[0]));
        return png.toByteArray();
    }

    private static byte[] header(int side) {
        byte defaultMethod = 0;
        return ByteBuffer.allocate(13).putInt(side).putInt(side).put(BIT_DEPTH).put(GREYSCALE).put(defaultMethod)
                .put(defaultMethod).put(defaultMethod).array();
    }

    private static byte[] scanLines(QrSymbol symbol, int pixelsPerModule, int side) {
        int lineBytes = (side + 7) / 8;
        byte[] lines = new byte[side * (1 + lineBytes)];
        for (int row = 0; row < symbol.modules(); row++) {
            int line = row * pixelsPerModule * (1 + lineBytes);
            lines[line] = AS_IT_IS;
            draw(symbol, row, pixelsPerModule, lines, line + 1);
            for (int again = 1; again < pixelsPerModule; again++) {
                lines[line + again * (1 + lineBytes)] = AS_DIFFERENCE_FROM_ABOVE;
            }
        }
        return lines;
    }

    /** Light pixels are ones; the bits behind the last pixel are zeros. */
    private static void draw(QrSymbol symbol, int row, int pixelsPerModule, byte[] lines, int from) {
        long light = (1L << pixelsPerModule) - 1;
        long pending = 0;
        int pendingBits = 0;
        int at = from;
        for (int x = 0; x < symbol.modules(); x++) {
            pending = pending << pixelsPerModule | (symbol.dark(x, row) ? 0 : light);
            for (pendingBits += pixelsPerModule; pendingBits >= 8; pendingBits -= 8) {
                lines[at++] = (byte) (pending >>> pendingBits - 8);
            }
        }
        if (pendingBits > 0) {
            lines[at] = (byte) (pending << 8 - pendingBits);
        }
    }

    private static byte[] deflated(byte[] data) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(data);
            deflater.finish();
            return drained(deflater);
        } finally {
            deflater.end();
        }
    }

    private static byte[] drained(Deflater deflater) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[4096];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        return out.toByteArray();
    }

    private static byte[] chunk(String type, byte[] data) {
        byte[] name = type.getBytes(US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        checksum.update(data);
        return ByteBuffer.allocate(12 + data.length).putInt(data.length).put(name).put(data)
                .putInt((int) checksum.getValue()).array();
    }
}
