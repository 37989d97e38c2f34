package it.dgc.generation.issuance;

/** Gives tests of other rooms an event as the register keeps it. */
public final class EventRoundTrip {

    private EventRoundTrip() {}

    /**
     * @param event any event
     * @return the text that is kept of it
     */
    public static String write(EventToCertify event) {
        return EventText.write(event);
    }

    /**
     * @param text what {@link #write} made
     * @return the event
     */
    public static EventToCertify read(String text) {
        return EventText.read(text);
    }
}
