package ibid.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What registers say of the work behind an identifier, with a sentence each for the evidence. */
public record Description(Optional<Work> work, List<String> evidence) {
    public Description {
        evidence = List.copyOf(evidence);
    }

    static final Description NONE = new Description(Optional.empty(), List.of());

    static Description of(Work work) {
        var sentences = new ArrayList<String>();
        sentences.add(work.register() + " has it as " + work.shown());
        work.notices().forEach(notice -> sentences.add("it " + notice.shown()));
        return new Description(Optional.of(work), sentences);
    }

    static Description silent(String sentence) {
        return new Description(Optional.empty(), List.of(sentence));
    }

    static Description unclear(Answer answer, String register) {
        return silent(register + " could not tell what it names: " + answer.why());
    }

    /** The same, with a sentence more. */
    Description and(String sentence) {
        var more = new ArrayList<>(evidence);
        more.add(sentence);
        return new Description(work, more);
    }
}
