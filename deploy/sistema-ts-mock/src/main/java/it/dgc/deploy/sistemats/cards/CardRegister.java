package it.dgc.deploy.sistemats.cards;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * Who has which card. Seven in eight of those who have a fiscal code with letters have one, made from the seed and the
 * code, so that every person that the synthetic register notifies is known here without being told; a provisional code,
 * an STP and an ENI code have none. Safe for use by several threads.
 */
public final class CardRegister {

    private static final Pattern WITHOUT_CARD = Pattern.compile("[0-9]{11}|(STP|ENI)[0-9]{13}");
    private static final int ONE_IN_SO_MANY_HAS_NONE = 8;
    /** 80: health; 380: Italy (ISO 3166-1). */
    private static final String ISSUER = "80380";
    private static final List<String> REGIONS = List.of("00030", "00050", "00120");
    private static final long SERIAL_NUMBERS = 10_000_000_000L;
    private static final LocalDate FIRST_EXPIRY = LocalDate.of(2027, 1, 1);
    /** A card holds for six years. */
    private static final int DAYS_OF_A_CARD = 6 * 365;

    private final long seed;
    private final Map<String, Optional<HealthCard>> told = new ConcurrentHashMap<>();

    /** @param seed any number; the same one gives the same cards */
    public CardRegister(long seed) {
        this.seed = seed;
    }

    /**
     * @param fiscalCode upper case
     * @return the card that belongs to it, or none
     */
    public Optional<HealthCard> cardOf(String fiscalCode) {
        Optional<HealthCard> known = told.get(fiscalCode);
        return known == null ? made(fiscalCode) : known;
    }

    /**
     * @param fiscalCode whose card it is from now on
     * @param card the card
     */
    public void give(String fiscalCode, HealthCard card) {
        told.put(fiscalCode, Optional.of(card));
    }

    /** @param fiscalCode who has no card from now on */
    public void withdraw(String fiscalCode) {
        told.put(fiscalCode, Optional.empty());
    }

    private Optional<HealthCard> made(String fiscalCode) {
        ByteBuffer chance = ByteBuffer.wrap(digest(fiscalCode));
        int lot = Math.floorMod(chance.getInt(), ONE_IN_SO_MANY_HAS_NONE);
        return lot == 0 || WITHOUT_CARD.matcher(fiscalCode).matches() ? Optional.empty() : Optional.of(card(chance));
    }

    private static HealthCard card(ByteBuffer chance) {
        String region = REGIONS.get(Math.floorMod(chance.getInt(), REGIONS.size()));
        String serial = String.format(Locale.ROOT, "%010d", Math.floorMod(chance.getLong(), SERIAL_NUMBERS));
        return new HealthCard(ISSUER + region + serial,
                FIRST_EXPIRY.plusDays(Math.floorMod(chance.getInt(), DAYS_OF_A_CARD)));
    }

    private byte[] digest(String fiscalCode) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((seed + "/" + fiscalCode).getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
