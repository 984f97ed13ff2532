package ibid.document.office;

import java.util.Locale;
import java.util.Optional;

/** The address in a cell's {@code HYPERLINK(...)}, where the formula spells it out; what it takes from other cells is not computed. */
final class HyperlinkFormula {
    private static final String NAME = "HYPERLINK(";

    private final String formula;
    private int at;

    private HyperlinkFormula(String formula) {
        this.formula = formula;
    }

    /** The address; empty where there is none, it is not spelled out, or it is a place in the document itself. */
    static Optional<String> destination(String formula) {
        return new HyperlinkFormula(formula).destination();
    }

    private Optional<String> destination() {
        var upper = formula.toUpperCase(Locale.ROOT);
        while (at < formula.length()) {
            if (formula.charAt(at) == '"') {
                text();
            } else if (upper.startsWith(NAME, at)) {
                at += NAME.length();
                return argument().map(String::strip).filter(a -> !a.isEmpty() && !a.startsWith("#"));
            } else {
                at++;
            }
        }
        return Optional.empty();
    }

    /** Texts put together by ampersands, up to the end of the argument. */
    private Optional<String> argument() {
        var address = new StringBuilder();
        while (true) {
            skipSpace();
            if (at >= formula.length() || formula.charAt(at) != '"') {
                return Optional.empty();
            }
            address.append(text());
            skipSpace();
            var c = at < formula.length() ? formula.charAt(at++) : ')';
            if (c != '&') {
                return c == ')' || c == ',' || c == ';' ? Optional.of(address.toString()) : Optional.empty();
            }
        }
    }

    private void skipSpace() {
        while (at < formula.length() && Character.isWhitespace(formula.charAt(at))) {
            at++;
        }
    }

    /** A text in quotes, in which a quote is written twice. */
    private String text() {
        var text = new StringBuilder();
        for (at++; at < formula.length(); at++) {
            var c = formula.charAt(at);
            if (c == '"') {
                at++;
                if (at >= formula.length() || formula.charAt(at) != '"') {
                    break;
                }
            }
            text.append(c);
        }
        return text.toString();
    }
}
