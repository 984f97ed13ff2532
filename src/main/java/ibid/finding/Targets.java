package ibid.finding;

import ibid.target.Target;

/** How a message names a target. */
final class Targets {
    private Targets() {}

    static String shown(Target target) {
        if (target instanceof Target.TruncatedTarget cut) {
            return "\"" + cut.truncation().head() + cut.truncation().mark()
                    + cut.truncation().tail() + "\"";
        }
        if (target instanceof Target.FileTarget file) {
            return file.path() + file.fragment().map(f -> "#" + f).orElse("");
        }
        if (target instanceof Target.MailTarget mail) {
            return mail.mailbox();
        }
        if (target instanceof Target.MalformedTarget malformed) {
            return "\"" + malformed.text() + "\"";
        }
        return target.address().orElse(target.key());
    }
}
