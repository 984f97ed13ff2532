package ibid.document.markup;

import ibid.document.ExplicitLink;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads what a backslash begins. */
final class LatexCommands {
    private static final int LONGEST_OPTIONS = 1000;
    private static final List<String> SECTIONS =
            List.of("part", "chapter", "section", "subsection", "subsubsection", "paragraph");

    private static final Set<String> UNSEEN = Set.of(
            "label",
            "ref",
            "pageref",
            "eqref",
            "autoref",
            "nameref",
            "cref",
            "Cref",
            "vref",
            "usepackage",
            "RequirePackage",
            "documentclass",
            "bibliographystyle",
            "hypersetup",
            "lstset",
            "setlength",
            "addtolength",
            "vspace",
            "hspace",
            "pagestyle",
            "thispagestyle",
            "pagenumbering",
            "geometry",
            "definecolor",
            "color",
            "graphicspath",
            "index",
            "nocite",
            "bibfield",
            "bibinfo",
            "setcounter",
            "usetikzlibrary",
            "newtheorem",
            "textcolor",
            "colorbox",
            "selectlanguage",
            "foreignlanguage",
            "fontsize",
            "rule",
            "phantom",
            "hyperlink",
            "hypertarget");

    /** Those of {@link #UNSEEN} whose last argument is shown. */
    private static final Set<String> SHOW_LAST =
            Set.of("textcolor", "colorbox", "bibfield", "bibinfo", "foreignlanguage", "hyperlink", "hypertarget");

    private static final Set<String> DEFINITIONS = Set.of(
            "newcommand",
            "renewcommand",
            "providecommand",
            "def",
            "newenvironment",
            "renewenvironment",
            "DeclareRobustCommand",
            "NewDocumentCommand");

    private final Collected into;
    private final String text;
    private final LatexScanner scanner;
    private final LatexFiles files;
    private final LatexEntries entries;
    private final LatexVerbatim verbatim;
    private boolean isDefinition;

    LatexCommands(Collected into, LatexScanner scanner) {
        this.into = into;
        this.text = into.source();
        this.scanner = scanner;
        this.files = new LatexFiles(into);
        this.entries = new LatexEntries(into);
        this.verbatim = new LatexVerbatim(into);
    }

    void finish(int end) {
        entries.end(end);
    }

    void endParagraph() {
        isDefinition = false;
    }

    /** Reads the command at a backslash and says where to go on. */
    int read(int at) {
        var end = at + 1;
        while (end < text.length() && isLetter(text.charAt(end))) {
            end++;
        }
        if (end == at + 1) {
            return symbol(at);
        }
        var name = text.substring(at + 1, end);
        var behind = end < text.length() && text.charAt(end) == '*' ? end + 1 : end;
        if (LatexText.isAccent(name)) {
            return accent(name, at, end);
        }
        var shown = LatexText.named(name);
        if (shown.isPresent()) {
            return scanner.show(shown.get(), at, spaces(end));
        }
        return switch (name) {
            case "url", "burl", "nolinkurl", "path" -> address(name, at, behind);
            case "href" -> href(at, options(behind));
            case "doi", "arxiv", "eprint" -> identifier(name, at, behind);
            case "begin", "end" -> environment(name.equals("begin"), at, behind);
            case "verb" -> code(at, verbatim.delimited(behind));
            case "lstinline" -> code(at, verbatim.delimited(options(behind)));
            case "mintinline" ->
                code(
                        at,
                        verbatim.delimited(LatexAddress.braced(text, options(behind))
                                .map(LatexAddress::behind)
                                .orElse(behind)));
            case "par", "item", "newblock" -> paragraph(name, at, end);
            case "bibitem" -> bibitem(at, options(behind));
            case "footnote", "footnotetext", "thanks" -> argument(LatexGroup.Use.NOTE, at, options(behind));
            default -> other(name, at, behind);
        };
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private int other(String name, int at, int behind) {
        var section = name.equals("title") ? 0 : SECTIONS.indexOf(name);
        if (section >= 0) {
            var open = options(behind);
            if (isOpen(open)) {
                scanner.openHeading(Math.max(1, section), open, at);
                return open + 1;
            }
        }
        if (LatexFiles.isOne(name)) {
            return file(name, at, options(behind));
        }
        if (UNSEEN.contains(name) || name.toLowerCase(Locale.ROOT).contains("cite")) {
            return unseen(name, at, behind);
        }
        isDefinition = isDefinition || DEFINITIONS.contains(name);
        return scanner.show("", at, spaces(behind));
    }

    private int symbol(int at) {
        if (at + 1 >= text.length()) {
            return at + 1;
        }
        var c = text.charAt(at + 1);
        if (LatexText.isAccent(String.valueOf(c))) {
            return accent(String.valueOf(c), at, at + 2);
        }
        var end = c == '\\' ? options(at + 2) : at + 2;
        return scanner.show(LatexText.symbol(c), at, end);
    }

    /** Reads {@code \'e}, {@code \'{e}} and {@code \'\i}. */
    private int accent(String accent, int at, int end) {
        var from = spaces(end);
        var isBraced = isOpen(from);
        var letter = isBraced ? from + 1 : from;
        if (letter < text.length() && text.charAt(letter) == '\\') {
            letter++;
        }
        var behind = isBraced ? letter + 2 : letter + 1;
        var isWhole = behind <= text.length()
                && Character.isLetter(text.charAt(letter))
                && (!isBraced || text.charAt(behind - 1) == '}');
        return isWhole
                ? scanner.show(LatexText.accented(accent, text.charAt(letter)), at, behind)
                : scanner.show("", at, end);
    }

    private int spaces(int from) {
        var at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    private boolean isOpen(int at) {
        return at < text.length() && text.charAt(at) == '{';
    }

    /** Skips options in square brackets. */
    private int options(int from) {
        var at = from;
        while (at < text.length() && text.charAt(at) == '[') {
            var limit = Math.min(text.length(), at + LONGEST_OPTIONS);
            var end = at + 1;
            while (end < limit && text.charAt(end) != ']' && text.charAt(end) != '[') {
                end++;
            }
            if (end >= limit || text.charAt(end) == '[') {
                return at;
            }
            at = end + 1;
        }
        return at;
    }

    /** Whether it is the parameter of a command that is being defined. */
    private boolean isParameter(String destination) {
        return isDefinition && destination.indexOf('#') >= 0;
    }

    private int address(String name, int at, int behind) {
        var open = spaces(behind);
        var isMark = open < text.length() && !isLetter(text.charAt(open)) && text.charAt(open) > ' ';
        var found = isOpen(open)
                ? LatexAddress.braced(text, open)
                : isMark ? LatexAddress.delimited(text, open) : Optional.<LatexAddress>empty();
        if (found.isEmpty()) {
            return scanner.show("", at, behind);
        }
        var address = found.get();
        if (scanner.isInWordsOfLink() || isParameter(address.destination())) {
            return scanner.show(" ", at, address.behind());
        }
        if (isAbsolute(address.destination())) {
            into.link(ExplicitLink.Kind.AUTOLINK, address.destination(), address.start(), address.end(), "");
            return scanner.show(" ", at, address.behind());
        }
        if (name.equals("path")) {
            into.code(address.start(), address.end());
            return scanner.show(" ", at, address.behind());
        }
        // Without a scheme it may be a host, which is told by its text.
        scanner.show(" ", at, address.start());
        scanner.take(address.end());
        return scanner.show(" ", address.end(), address.behind());
    }

    private static boolean isAbsolute(String destination) {
        return destination.contains("://") || destination.startsWith("www.") || destination.startsWith("mailto:");
    }

    private int href(int at, int open) {
        var found = LatexAddress.braced(text, open);
        if (found.isEmpty()) {
            return scanner.show("", at, open);
        }
        var address = found.get();
        var words = spaces(address.behind());
        if (isParameter(address.destination()) || address.destination().isEmpty()) {
            return scanner.show(" ", at, address.behind());
        }
        into.link(ExplicitLink.Kind.LINK, address.destination(), address.start(), address.end(), "");
        if (!isOpen(words)) {
            return scanner.show(" ", at, address.behind());
        }
        scanner.open(LatexGroup.Use.WORDS_OF_LINK, words, at);
        return words + 1;
    }

    private int identifier(String name, int at, int behind) {
        var found = LatexAddress.braced(text, behind);
        if (found.isEmpty()) {
            return scanner.show("", at, behind);
        }
        var address = found.get();
        var value = address.destination();
        var arxiv = value.startsWith("arXiv:") ? value.substring(6) : value;
        var destination = value.contains("://")
                ? value
                : name.equals("doi")
                        ? value.startsWith("10.") ? "https://doi.org/" + value : ""
                        : ArxivNumber.isOne(arxiv) ? "https://arxiv.org/abs/" + arxiv : "";
        into.link(ExplicitLink.Kind.LINK, destination, address.start(), address.end(), "");
        return destination.isEmpty() ? scanner.show(" ", at, behind) : scanner.show(" ", at, address.behind());
    }

    private int file(String name, int at, int open) {
        var found = LatexAddress.braced(text, open);
        if (found.isEmpty()) {
            return scanner.show(" ", at, open);
        }
        files.add(name, found.get().start(), found.get().end());
        return scanner.show(" ", at, found.get().behind());
    }

    private int code(int at, LatexVerbatim.Range range) {
        into.code(range.from(), range.to());
        return scanner.show(range.behind() > at + 5 ? " " : "", at, Math.max(range.behind(), at + 1));
    }

    private int paragraph(String name, int at, int end) {
        if (name.equals("newblock")) {
            return scanner.show(" ", at, spaces(end));
        }
        scanner.endBlock(at);
        return scanner.show("", at, spaces(end));
    }

    private int bibitem(int at, int open) {
        var key = LatexAddress.braced(text, open);
        scanner.endBlock(at);
        entries.begin(at, key.map(LatexAddress::destination).orElse(""));
        return scanner.show("", at, key.map(LatexAddress::behind).orElse(open));
    }

    private int argument(LatexGroup.Use use, int at, int open) {
        if (!isOpen(open)) {
            return scanner.show("", at, open);
        }
        scanner.open(use, open, at);
        return open + 1;
    }

    /** Drops the arguments; of some commands the last is shown, which is then the second. */
    private int unseen(String name, int at, int behind) {
        var open = options(behind);
        if (!isOpen(open)) {
            return scanner.show("", at, open);
        }
        if (SHOW_LAST.contains(name)) {
            return scanner.show(
                    "",
                    at,
                    LatexAddress.braced(text, open).map(LatexAddress::behind).orElse(open));
        }
        scanner.show("", at, open);
        scanner.open(LatexGroup.Use.UNSEEN, open, at);
        return open + 1;
    }

    private int environment(boolean begins, int at, int open) {
        var name = LatexAddress.braced(text, open);
        if (name.isEmpty()) {
            return scanner.show("", at, open);
        }
        scanner.endBlock(at);
        var environment = name.get().destination();
        if (begins && LatexVerbatim.isOne(environment)) {
            return scanner.show(
                    "", at, verbatim.environment(environment, at, name.get().behind()));
        }
        if (!begins && environment.equals("thebibliography")) {
            entries.end(at);
        }
        return scanner.show(
                "", at, begins ? options(name.get().behind()) : name.get().behind());
    }
}
