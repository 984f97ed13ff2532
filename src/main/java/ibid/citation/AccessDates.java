package ibid.citation;

import java.util.Optional;
import java.util.regex.Pattern;

/** Finds when a source was read, as reference lists say it beside the address: "Retrieved June 3, 2020", "consulté le 3 juin 2020". */
final class AccessDates {
    private static final int REACH = 120;

    private static final Pattern WORDS = Pattern.compile(
            "\\b(?:(?:last |date )?(?:retrieved|accessed|viewed|visited|checked)(?: on| at)?"
                    + "|(?:zuletzt )?(?:abgerufen|aufgerufen|besucht)(?: am)?|(?:letzter )?zugriff(?: am| vom)?|stand"
                    + "|consultée? le|page consultée le|consultad[oa] (?:el|em|en)|acesso em|acedido em|consultato il|ultimo accesso"
                    + "|дата обращения|дата доступа|проверено|erişim tarihi|erişim|geraadpleegd op|dostęp|hämtad)[\\s:,]{0,3}",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    /** Between the date and the address behind it: "Retrieved June 3, 2020, from https://…". */
    private static final Pattern LEADS_ON =
            Pattern.compile("[\\s,:<(]*(?:(?:from|at|von|bei|de|da|sur|из|с)[\\s:,<(]*)?");

    private final WrittenDates dates;

    AccessDates(WrittenDates dates) {
        this.dates = dates;
    }

    /**
     * The date beside the citation.
     *
     * @param from where the citation before it ends, or 0
     * @param to where the next citation begins, or the text's length
     */
    Optional<String> beside(String text, int from, int start, int end, int to) {
        var behindEnd = Math.min(to, end + REACH);
        var beforeStart = Math.max(from, start - REACH);
        var behind = WrittenDates.mayHoldDate(text, end, behindEnd) ? text.substring(end, behindEnd) : "";
        var words = WORDS.matcher(behind);
        while (words.find()) {
            var date = dates.leading(behind.substring(words.end()));
            if (date.isPresent()) {
                return Optional.of(date.get().iso());
            }
        }
        return WrittenDates.mayHoldDate(text, beforeStart, start)
                ? before(text.substring(beforeStart, start))
                : Optional.empty();
    }

    private Optional<String> before(String text) {
        var words = WORDS.matcher(text);
        while (words.find()) {
            var rest = text.substring(words.end());
            var date = dates.leading(rest);
            if (date.isPresent()
                    && LEADS_ON.matcher(rest.substring(date.get().end())).matches()) {
                return Optional.of(date.get().iso());
            }
        }
        return Optional.empty();
    }
}
