package it.dgc.deploy.local.console;

/** Colours of a terminal (ECMA-48, SGR). Never the only bearer of a meaning: a symbol and a word stand beside. */
public enum Ink {

    GREEN("32"), YELLOW("33"), RED("31"), BOLD("1"), FAINT("2");

    private static final String RESET = "\u001b[0m";

    private final String code;

    Ink(String code) {
        this.code = code;
    }

    String paint(String text) {
        return "\u001b[" + code + "m" + text + RESET;
    }
}
