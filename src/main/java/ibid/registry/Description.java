package ibid.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What registers say of the work behind an identifier.
 *
 * @param evidence a sentence each
 * @param whole whether all who were to be asked answered
 */
public record Description(Optional<Work> work, List<String> evidence, boolean whole) {
    public Description {
        evidence = List.copyOf(evidence);
    }

    static final Description NONE = new Description(Optional.empty(), List.of(), true);

    static Description of(Work work) {
        var sentences = new ArrayList<String>();
        sentences.add(work.register() + " has it as " + work.shown());
        work.notices().forEach(notice -> sentences.add("it " + notice.shown()));
        return new Description(Optional.of(work), sentences, true);
    }

    static Description silent(String sentence) {
        return new Description(Optional.empty(), List.of(sentence), true);
    }

    static Description unclear(Answer answer, String register) {
        return new Description(
                Optional.empty(), List.of(register + " could not tell what it names: " + answer.why()), false);
    }

    /** The same, of which more may be known another time. */
    Description unfinished() {
        return new Description(work, evidence, false);
    }

    /** The same, with a sentence more. */
    Description and(String sentence) {
        var more = new ArrayList<>(evidence);
        more.add(sentence);
        return new Description(work, more, whole);
    }
}
