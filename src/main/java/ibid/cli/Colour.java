package ibid.cli;

/** When to use colours. */
enum Colour {
    AUTO,
    ALWAYS,
    NEVER;

    boolean wanted(Console console) {
        return this == ALWAYS || (this == AUTO && console.colourful());
    }
}
