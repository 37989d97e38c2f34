package it.dgc.generation.issuance;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import it.dgc.generation.registry.Channel;

/**
 * Where the holder wants to be reached.
 *
 * @param email checked address
 * @param mobile E.164
 */
public record Contact(Optional<String> email, Optional<String> mobile) {

    /** Nowhere. */
    public static final Contact NONE = new Contact(Optional.empty(), Optional.empty());

    /** @return by what the holder can be reached */
    public Set<Channel> channels() {
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        email.ifPresent(address -> channels.add(Channel.EMAIL));
        mobile.ifPresent(number -> channels.add(Channel.SMS));
        return channels;
    }

    @Override
    public String toString() {
        return "Contact[***]";
    }
}
