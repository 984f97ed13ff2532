package ibid.document.markup;

import java.util.regex.Pattern;

/** The numbers of arXiv's papers, as they have been given since 2007 and before. */
final class ArxivNumber {
    private static final Pattern NUMBER =
            Pattern.compile("\\d{4}\\.\\d{4,5}(?:v\\d{1,3})?|[a-z-]{2,12}(?:\\.[A-Z]{2})?/\\d{7}(?:v\\d{1,3})?");

    private ArxivNumber() {}

    static boolean isOne(String text) {
        return text.length() < 40 && NUMBER.matcher(text).matches();
    }
}
