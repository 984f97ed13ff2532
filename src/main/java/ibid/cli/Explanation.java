package ibid.cli;

import ibid.finding.RuleGuide;
import ibid.finding.RuleId;
import ibid.resolution.Reason;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What there is to say of a rule or a reason, in a few lines. */
final class Explanation {
    private Explanation() {}

    /** Empty where there is neither a rule nor a reason of this name; where there are both, both are told. */
    static Optional<String> of(String name) {
        var rule = RuleId.named(name).stream().map(Explanation::of);
        var reason = Arrays.stream(Reason.values())
                .filter(r -> r.label().equals(name))
                .map(Explanation::of);
        return Stream.concat(rule, reason).reduce((one, other) -> one + "\n" + other);
    }

    private static String of(RuleId rule) {
        var guide = Objects.requireNonNull(RuleGuide.all().get(rule));
        return rule.label() + " (" + rule.severity().label() + "): " + rule.says() + "\n\n"
                + guide.why() + "\n\n"
                + "For example:\n"
                + guide.example().lines().map(line -> "    " + line + "\n").collect(Collectors.joining())
                + "\nTo mend it: " + guide.mend() + "\n\n"
                + "To pass it over: write a comment \"ibid-ignore-next-line: the reason\" before it, or its address into\n"
                + ".ibidignore below a comment that gives the reason.\n";
    }

    private static String of(Reason reason) {
        return reason.label() + " (" + reason.verdict() + "): " + reason.sentence() + "\n\n" + reason.advice() + "\n";
    }
}
