package ibid.finding;

import ibid.target.Target;

/** How a message names a target. */
final class Targets {
    private Targets() {}

    static String shown(Target target) {
        // What cannot be followed stands in quotes, so that nobody takes it for an address.
        var quoted = target instanceof Target.TruncatedTarget
                || target instanceof Target.MalformedTarget
                || target instanceof Target.InvalidIdentifierTarget;
        return quoted ? "\"" + target.shown() + "\"" : target.shown();
    }
}
