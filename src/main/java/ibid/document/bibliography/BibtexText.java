package ibid.document.bibliography;

import ibid.document.OffsetMap;
import ibid.document.data.FieldText;
import java.util.function.BiConsumer;

/** Decodes the LaTeX of a field, character by character, so that each keeps its place in the source. */
final class BibtexText {
    private static final int LONGEST_COMMAND = 40;
    private static final int LONGEST_LINK_TEXT = 300;

    private final String source;
    private final int end;
    private final boolean isAddress;
    private final OffsetMap.Builder out;
    private final BiConsumer<FieldText, String> links;
    private int at;

    private BibtexText(
            String source,
            int start,
            int end,
            boolean isAddress,
            OffsetMap.Builder out,
            BiConsumer<FieldText, String> links) {
        this.source = source;
        this.at = start;
        this.end = end;
        this.isAddress = isAddress;
        this.out = out;
        this.links = links;
    }

    /** Decodes an address, in which only escapes and braces are LaTeX. */
    static void address(String source, int start, int end, OffsetMap.Builder out) {
        new BibtexText(source, start, end, true, out, (address, text) -> {}).decode();
    }

    /** @param links takes each address that a command spells out, with the text of the link */
    static void prose(String source, int start, int end, OffsetMap.Builder out, BiConsumer<FieldText, String> links) {
        new BibtexText(source, start, end, false, out, links).decode();
    }

    private void decode() {
        while (at < end) {
            var c = source.charAt(at);
            if (c == '\\' && at + 1 < end) {
                command();
            } else if (c == '{' || c == '}') {
                at++;
            } else if (c == '$' && isMath()) {
                at++;
            } else if (c == '~' && !isAddress && !followsSlash()) {
                out.add(" ", at, ++at);
            } else {
                out.add(String.valueOf(c), at, ++at);
            }
        }
    }

    /** {@code $\sim$}, as many write a tilde. */
    private boolean isMath() {
        return !isAddress
                || (at + 1 < end && source.charAt(at + 1) == '\\')
                || (at >= 4 && source.startsWith("\\sim", at - 4));
    }

    private boolean followsSlash() {
        return at > 0 && source.charAt(at - 1) == '/';
    }

    private void command() {
        var start = at;
        at++;
        var name = name();
        if (!isAddress && isLinkCommand(name) && opensArgument()) {
            linked(name);
        } else if (LatexSymbols.isAccent(name) && accent(start, name)) {
            return;
        } else if (!Character.isLetter(name.charAt(0))) {
            symbol(start, name);
        } else {
            var shown = LatexSymbols.of(name);
            if (shown.isEmpty() && isAddress) {
                // No command of LaTeX: a backslash that was meant.
                out.add(source.substring(start, at), start, at);
                return;
            }
            gobble();
            out.add(shown, start, at);
        }
    }

    private String name() {
        var from = at;
        while (at < end && at - from < LONGEST_COMMAND && isAsciiLetter(source.charAt(at))) {
            at++;
        }
        at = at == from ? from + 1 : at;
        return source.substring(from, at);
    }

    private static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** The space or the empty group that only ends a command's name. */
    private void gobble() {
        if (source.startsWith("{}", at) && at + 2 <= end) {
            at += 2;
        } else if (at < end && source.charAt(at) == ' ') {
            at++;
        }
    }

    /** An escaped sign stands for itself; a hint where to break shows nothing. */
    private void symbol(int start, String sign) {
        if (sign.equals("-") || sign.equals("/") || sign.equals("\n")) {
            return;
        }
        if ("~^".contains(sign)) {
            gobble();
        }
        out.add(sign.equals("\\") ? " " : sign, start, at);
    }

    private boolean accent(int start, String accent) {
        if (isAddress) {
            return false;
        }
        var i = at;
        while (i < end && i - at < 4 && (source.charAt(i) == '{' || source.charAt(i) == ' ')) {
            i++;
        }
        if (Character.isLetter(accent.charAt(0)) && i == at) {
            // \c is an accent, \cite is not; the name has been read whole, so this is one without its letter.
            return false;
        }
        if (i + 1 < end && source.charAt(i) == '\\' && "ij".indexOf(source.charAt(i + 1)) >= 0) {
            at = i + 2;
            out.add(LatexSymbols.accented(accent, source.substring(i + 1, i + 2)), start, at);
            return true;
        }
        if (i >= end || !Character.isLetter(source.charAt(i))) {
            return false;
        }
        at = i + 1;
        out.add(LatexSymbols.accented(accent, source.substring(i, at)), start, at);
        return true;
    }

    private static boolean isLinkCommand(String name) {
        return name.equals("url") || name.equals("href") || name.equals("nolinkurl") || name.equals("path");
    }

    private boolean opensArgument() {
        while (at < end && Character.isWhitespace(source.charAt(at))) {
            at++;
        }
        return at < end && source.charAt(at) == '{';
    }

    private void linked(String command) {
        var from = at + 1;
        at = closing(from);
        var address = new OffsetMap.Builder();
        address(source, from, at, address);
        at = Math.min(end, at + 1);
        if (!command.equals("href")) {
            out.addAll(address);
        }
        var text = command.equals("href") && opensArgument() ? linkText() : "";
        FieldText.of(address).ifPresent(value -> links.accept(value, text));
    }

    /** The text of a link is read again as what it is: text. */
    private String linkText() {
        var from = at + 1;
        var depth = 0;
        for (var i = from; i < end && i - from < LONGEST_LINK_TEXT; i++) {
            var c = source.charAt(i);
            if (c == '}' && depth-- == 0) {
                return source.substring(from, i).replaceAll("[{}]", "");
            }
            depth += c == '{' ? 1 : 0;
        }
        return "";
    }

    /** The brace that closes a group, or the end. */
    private int closing(int from) {
        var depth = 0;
        for (var i = from; i < end; i++) {
            var c = source.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && depth-- == 0) {
                return i;
            }
        }
        return end;
    }
}
