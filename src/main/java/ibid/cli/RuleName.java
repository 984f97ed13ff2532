package ibid.cli;

import ibid.config.UsageException;
import ibid.finding.RuleId;
import ibid.text.Slips;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** Rules as a command line names them. */
final class RuleName {
    private RuleName() {}

    /** @throws UsageException where there is no such rule; it names the one that may have been meant */
    static Set<RuleId> all(Collection<String> names) throws UsageException {
        var rules = EnumSet.noneOf(RuleId.class);
        for (var name : names) {
            rules.add(of(name));
        }
        return rules;
    }

    /** @throws UsageException where there is no such rule; it names the one that may have been meant */
    static RuleId of(String name) throws UsageException {
        var found = RuleId.named(name.strip());
        if (found.isEmpty()) {
            var labels = Arrays.stream(RuleId.values()).map(RuleId::label).toList();
            throw new UsageException("there is no rule \"" + name + "\""
                    + Slips.nearest(name, labels)
                            .map(rule -> "; did you mean \"" + rule + "\"?")
                            .orElse("; choose from " + String.join(", ", labels) + "."));
        }
        return found.get();
    }
}
