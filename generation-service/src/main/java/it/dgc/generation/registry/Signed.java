package it.dgc.generation.registry;

/**
 * A certificate as it was signed. Personal: never printed.
 *
 * @param intent by which it was signed
 * @param qrText the {@code HC1:} text
 */
public record Signed(Intent intent, String qrText) {

    @Override
    public String toString() {
        return "Signed[" + intent + ']';
    }
}
