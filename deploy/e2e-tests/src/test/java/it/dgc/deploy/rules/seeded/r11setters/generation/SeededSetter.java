package it.dgc.deploy.rules.seeded.r11setters.generation;

/** Breach: can be changed from outside. */
final class SeededSetter {

    private String text = "";

    void setText(String changed) {
        text = changed;
    }

    @Override
    public String toString() {
        return text;
    }
}
