package it.dgc.generation.delivery;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

import it.dgc.common.codes.AuthCode;
import it.dgc.common.person.PersonName;
import it.dgc.common.transliteration.Icao9303;
import it.dgc.common.transliteration.Transliteration;
import it.dgc.generation.issuance.EventText;
import it.dgc.generation.issuance.EventToCertify;
import it.dgc.generation.issuance.Holder;
import it.dgc.generation.issuance.Language;
import it.dgc.generation.registry.Channel;
import it.dgc.generation.registry.DueDelivery;
import it.dgc.generation.registry.Notice;
import it.dgc.generation.secrets.Secrets;

/** Makes the message out of what the register holds; the same message each time. */
final class MessageComposer {

    /** Hexadecimal characters of a key: 128 bits, so that no two messages share one. */
    private static final int KEY_LENGTH = 32;

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    private final Secrets secrets;

    MessageComposer(Secrets secrets) {
        this.secrets = secrets;
    }

    /** @return the message; empty where the holder left no address for this channel */
    Optional<HolderMessage> compose(DueDelivery due) {
        EventToCertify event = EventText.read(due.record());
        AuthCode authCode = secrets.codes().authCode(due.uvci());
        String key = key(authCode, due.channel()) + due.notice().map(notice -> '.' + notice.id()).orElse("");
        return address(event, due.channel()).map(to -> new HolderMessage(key, to,
                due.notice().map(notice -> Language.valueOf(notice.language())).orElse(event.language()),
                name(event.holder(), due.channel()), due.notice().<HolderMessage.News>map(MessageComposer::recovered)
                        .orElse(new HolderMessage.Available(authCode))));
    }

    private static HolderMessage.Recovered recovered(Notice notice) {
        return new HolderMessage.Recovered(LocalDate.ofInstant(notice.at(), ROME));
    }

    private static Optional<String> address(EventToCertify event, Channel channel) {
        return switch (channel) {
            case EMAIL -> event.contact().email();
            case SMS -> event.contact().mobile();
        };
    }

    /** A blind index of the code: whoever reads it can neither compute nor look up anything without the key. */
    private String key(AuthCode authCode, Channel channel) {
        return HexFormat.of().formatHex(secrets.index().of(authCode)).substring(0, KEY_LENGTH) + '.'
                + channel.name().toLowerCase(Locale.ROOT);
    }

    private static String name(Holder holder, Channel channel) {
        return switch (channel) {
            case EMAIL -> PersonName.masked(holder.givenName(), holder.familyName());
            case SMS -> PersonName.masked(inLatinLetters(holder.givenName()), inLatinLetters(holder.familyName()));
        };
    }

    /** Every telephone shows these, and each takes one place of the 160. */
    private static PersonName inLatinLetters(PersonName name) {
        return switch (Icao9303.transliterate(name.value())) {
            case Transliteration.Mapped mapped -> new PersonName(mapped.mrz().replace('<', ' '));
            case Transliteration.Unmappable unmappable -> name;
        };
    }
}
