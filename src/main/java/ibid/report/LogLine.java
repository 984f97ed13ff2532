package ibid.report;

import ibid.report.view.Shown;
import java.util.regex.Pattern;

/**
 * Text for a line of a log that a build server reads along: it takes commands from {@code ::} at the start of a line, and older
 * ones ({@code ##[}, {@code ##vso[}, {@code ##teamcity[}) from anywhere in it.
 *
 * @see <a href="https://docs.github.com/actions/reference/workflow-commands-for-github-actions">Workflow commands</a>
 */
final class LogLine {
    private static final Pattern ANYWHERE = Pattern.compile("##(?=\\w*\\[)");
    private static final Pattern AT_THE_START = Pattern.compile("^\\s*(?=::)");

    private LogLine() {}

    /** The text as the start of a line or a part of it: visible, and no command to any build server. */
    static String of(String text) {
        var shown = ANYWHERE.matcher(Shown.text(text)).replaceAll("# #");
        return AT_THE_START.matcher(shown).replaceFirst("./");
    }
}
