package ibid.registry;

/** What a register says in one answer: whether an identifier was given out, and which work it names. */
record Entry(Registration registration, Description description) {

    static Entry unclear(Answer answer, String register) {
        return new Entry(
                Registration.unclear(answer, register),
                // The sentence on the registration says it already.
                Description.NONE.unfinished());
    }
}
