package it.dgc.common.hcert;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import it.dgc.common.exemption.Exemption;
import it.dgc.common.exemption.ExemptionEntry;
import it.dgc.common.exemption.HolderName;

import static java.nio.charset.StandardCharsets.UTF_16BE;

/** Claims of everything that a DCC can hold, the same for the same number; every second one is an exemption. */
final class RandomClaims {

    /** Where a head of CBOR grows by a byte, and the ends (RFC 8949, section 3). */
    private static final long[] BORDERS = {0, 1, 23, 24, 255, 256, 65_535, 65_536, 0xFFFF_FFFFL, 0x1_0000_0000L,
            Long.MAX_VALUE};
    private static final double[] ODD_DOUBLES = {Double.NaN, -0.0, Double.NEGATIVE_INFINITY, Double.MIN_VALUE,
            Double.longBitsToDouble(0x7FF8_0000_0000_0001L)};
    /** Letters of one, two, three and four bytes in UTF-8, and half a pair, which is none. */
    private static final String[] LETTERS = {"A", "z", "<", "'", "ò", "ß", "Ω", "Ж", "中", "\uFFFD", "😀", "\uD83D"};

    private final Random random;

    private RandomClaims(Random random) {
        this.random = random;
    }

    static HcertClaims of(int number) {
        RandomClaims claims = new RandomClaims(new Random(number));
        return claims.claims(number % 2 == 0 ? claims.exemption() : claims.map(4));
    }

    static HcertClaims exemption(int number) {
        return of(2 * number);
    }

    private HcertClaims claims(Map<String, Object> dcc) {
        Instant issuedAt = Instant.ofEpochSecond(integer() % 40_000_000_000L, random.nextInt(1_000_000_000));
        return new HcertClaims(random.nextBoolean() ? "IT" : text(), issuedAt, issuedAt.plusSeconds(random.nextInt()),
                dcc);
    }

    private Map<String, Object> exemption() {
        LocalDate from = LocalDate.of(2021, 1, 1).plusDays(random.nextInt(2000));
        ExemptionEntry entry = new ExemptionEntry("AAABBB12A10H501F", from,
                Optional.of(from.plusDays(random.nextInt(500))).filter(day -> random.nextBoolean()),
                "01IT" + Long.toString(random.nextLong(), 36) + "#" + random.nextInt(10), "CUEV-" + random.nextInt());
        HolderName name = new HolderName(text(), random.nextInt(8) == 0 ? null : text(), "PROVA<" + text(), "NICCOLO");
        return Exemption.of(name, LocalDate.of(1910, 1, 1).plusDays(random.nextInt(40_000)), entry).toDcc();
    }

    private Map<String, Object> map(int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int size = size(6, 30); map.size() < size;) {
            map.put(text() + map.size(), value(depth));
        }
        return map;
    }

    private List<Object> list(int depth) {
        List<Object> list = new ArrayList<>();
        for (int size = size(4, 300); list.size() < size;) {
            list.add(value(depth));
        }
        return list;
    }

    private Object value(int depth) {
        return switch (random.nextInt(depth == 0 ? 8 : 10)) {
            case 0 -> text();
            case 1 -> LocalDate.of(2000, 1, 1).plusDays(random.nextInt(20_000)).toString();
            case 2 -> integer();
            case 3 -> random.nextInt();
            case 4 -> random.nextBoolean();
            case 5 -> random.nextInt(4) == 0 ? ODD_DOUBLES[random.nextInt(ODD_DOUBLES.length)] : random.nextDouble();
            case 6 -> null;
            case 7 -> text().getBytes(UTF_16BE);
            case 8 -> map(depth - 1);
            default -> list(random.nextInt(depth));
        };
    }

    private long integer() {
        long border = BORDERS[random.nextInt(BORDERS.length)];
        return switch (random.nextInt(3)) {
            case 0 -> border;
            case 1 -> ~border;
            default -> random.nextLong() >> random.nextInt(64);
        };
    }

    private String text() {
        int letters = random.nextBoolean() ? 3 : LETTERS.length;
        StringBuilder text = new StringBuilder();
        for (int length = size(40, random.nextInt(10) == 0 ? 70_000 : 300); length > 0; length--) {
            text.append(LETTERS[random.nextInt(letters)]);
        }
        return text.toString();
    }

    /** Small, but for one in a thousand. */
    private int size(int usual, int rare) {
        return random.nextInt(random.nextInt(1000) == 0 ? rare : usual);
    }
}
