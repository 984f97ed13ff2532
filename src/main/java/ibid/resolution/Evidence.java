package ibid.resolution;

import ibid.url.Redaction;
import java.util.ArrayList;
import java.util.List;

/** The sentences an outcome rests on. Every one passes here, so that none shows a secret and none is said twice. */
final class Evidence {
    private final List<String> sentences = new ArrayList<>();

    Evidence add(String sentence) {
        var shown = Redaction.shown(sentence);
        if (!sentences.contains(shown)) {
            sentences.add(shown);
        }
        return this;
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }

    /** The outcome of a target that nothing was sent for. */
    static Outcome unasked(Reason reason, String sentence) {
        return Outcome.unasked(reason, Redaction.shown(sentence));
    }
}
