package ibid.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a register says of an identifier.
 *
 * @param status last HTTP status of the register
 * @param leadsTo the address that the identifier stands for, where the register names one
 * @param evidence a sentence each
 */
public record Registration(State state, OptionalInt status, Optional<String> leadsTo, List<String> evidence) {
    public Registration {
        evidence = List.copyOf(evidence);
    }

    /** Whether the identifier was given out. */
    public enum State {
        REGISTERED,
        /** The one register that could have it says that it has not. */
        UNREGISTERED,
        /** The register was asked and could not tell. */
        UNCLEAR,
        /** A catalogue that lists some of these identifiers does not list this one, which proves nothing. */
        UNLISTED,
        /** No register was asked. */
        UNASKED
    }

    static final Registration UNASKED = of(State.UNASKED, OptionalInt.empty());

    static Registration of(State state, OptionalInt status, String... evidence) {
        return new Registration(state, status, Optional.empty(), List.of(evidence));
    }

    /** Whether another run may be told more. */
    public boolean whole() {
        return state != State.UNCLEAR && (state != State.UNASKED || evidence.isEmpty());
    }

    /** The same, with a sentence more. */
    Registration and(String sentence) {
        var more = new ArrayList<>(evidence);
        more.add(sentence);
        return new Registration(state, status, leadsTo, more);
    }

    static Registration unclear(Answer answer, String register) {
        return of(
                answer.asked() ? State.UNCLEAR : State.UNASKED,
                answer.status(),
                register + " could not tell: " + answer.why());
    }
}
