package it.dgc.revocation.drl.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

import it.dgc.common.codes.Sha256;
import it.dgc.revocation.drl.ListVersion;
import it.dgc.revocation.drl.Transfer;
import it.dgc.revocation.drl.hashes.RevokedHash;

/**
 * What stands around the entries: names, order and types of the fields as the ministry's service has them (VerificaC19
 * protocol, sections 1 and 2). Everything in it follows from version and question, so that all instances say the same.
 */
final class Envelope {

    /** The ministry's estimate of an entry's size, which clients compare with a limit of their own; really it is 47. */
    private static final int BYTES_PER_ENTRY = 51;

    private static final DateTimeFormatter CREATION_DATE = DateTimeFormatter
            .ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'+00:00'")
            .withZone(ZoneOffset.UTC);

    /** Characters: the ministry's are object identifiers of MongoDB. */
    private static final int ID_LENGTH = 24;

    private final ListVersion list;
    private final OptionalLong asked;
    private final int chunk;
    private final Transfer transfer;

    Envelope(ListVersion list, DrlQuery.Asked asked, Transfer transfer) {
        this.list = list;
        this.asked = asked.version();
        this.chunk = asked.chunk();
        this.transfer = transfer;
    }

    /** @return the whole answer of {@code /check} */
    byte[] check() {
        Json json = beginning();
        json.number("numDiAdd", transfer.insertions());
        transfer.deletions().ifPresent(deletions -> json.number("numDiDelete", deletions));
        json.number("totalSizeInByte", (transfer.chunks() - chunk + 1) * chunkBytes());
        json.number("sizeSingleChunkInByte", chunkBytes());
        json.number("totalChunk", transfer.chunks());
        json.number("totalNumberUCVI", list.mark().total());
        return json.done("}");
    }

    /** @return what comes before the entries of a chunk */
    byte[] before() {
        return beginning().number("lastChunk", transfer.chunks())
                .done(transfer instanceof Transfer.Whole ? ",\"revokedUcvi\":" : ",\"delta\":");
    }

    /** @return what comes behind them */
    byte[] after() {
        Json json = new Json(",");
        if (transfer instanceof Transfer.Whole whole) {
            Instant at = list.mark().publishedAt();
            json.text("creationDate", CREATION_DATE.format(at));
            List<RevokedHash> entries = whole.entries(chunk);
            if (!entries.isEmpty()) {
                json.text("firstElementInChunk", entries.getFirst().base64());
                json.text("lastElementInChunk", entries.getLast().base64());
            }
        }
        return json.number("sizeSingleChunkInByte", chunkBytes()).number("totalNumberUCVI", list.mark().total())
                .done("}");
    }

    /** @return strong entity tag (RFC 9110, section 8.8.3) of the chunk in that form */
    String tag(AcceptedCoding coding) {
        return tag(coding.name().toLowerCase(Locale.ROOT));
    }

    /** @return likewise; {@code part} tells apart what one id has several bodies of */
    String tag(String part) {
        return "\"%s-%s-%d-%s\"".formatted(id(), asked.isPresent() ? Long.toString(asked.getAsLong()) : "", chunk,
                part);
    }

    private Json beginning() {
        Json json = new Json("{").text("id", id());
        asked.ifPresent(version -> json.number("fromVersion", version)); // whenever the client sent one (I5)
        return json.number("version", list.mark().version()).number("chunk", chunk);
    }

    /** The same in all answers of one transfer (I4), another for another transfer. */
    private String id() {
        String kind = switch (transfer) {
            case Transfer.Whole whole -> "whole";
            case Transfer.Delta delta -> "since " + delta.from();
            case Transfer.Nothing nothing -> "nothing since";
        };
        return Sha256.hex("%s %s %s %s".formatted(list.mark().version(), list.mark().sum(), kind, list.chunkSize()))
                .substring(0, ID_LENGTH);
    }

    private long chunkBytes() {
        return (long) list.chunkSize() * BYTES_PER_ENTRY;
    }

    /** Fields in the order in which they are added; names and values here never need escaping. */
    private static final class Json {

        private final StringBuilder text;
        private String separator = "";

        Json(String start) {
            text = new StringBuilder(start);
        }

        Json number(String name, long value) {
            text.append(separator).append('"').append(name).append("\":").append(value);
            separator = ",";
            return this;
        }

        Json text(String name, String value) {
            text.append(separator).append('"').append(name).append("\":\"").append(value).append('"');
            separator = ",";
            return this;
        }

        byte[] done(String end) {
            return text.append(end).toString().getBytes(StandardCharsets.US_ASCII);
        }
    }
}
