package ibid.identifier;

import java.util.Optional;
import java.util.regex.Pattern;

/** Software Heritage identifier (ISO/IEC 18670): a hash of the very content that it names. */
final class Swhid {
    private static final Pattern SHAPE = Pattern.compile(
            "(?i:swh):1:(cnt|dir|rev|rel|snp):([0-9A-Za-z]{30,50})((?:;[a-z]{1,20}=[^\\s\\p{Cntrl}]*)?)");
    private static final int DIGITS = 40;

    private Swhid() {}

    static Optional<Identified> read(String text) {
        var shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            return Optional.empty();
        }
        var hash = shape.group(2);
        if (hash.length() != DIGITS) {
            return Scheme.SWHID.wrong(text, "its hash has " + hash.length() + " digits where there are " + DIGITS);
        }
        if (!hash.chars().allMatch(c -> Digits.isDigit((char) c) || (c >= 'a' && c <= 'f'))) {
            return Scheme.SWHID.wrong(text, "its hash holds more than 0 to 9 and a to f");
        }
        return Scheme.SWHID.right("swh:1:" + shape.group(1) + ":" + hash + shape.group(3));
    }

    /** Without what says where and in which context the content stands. */
    static String core(String value) {
        var qualifiers = value.indexOf(';');
        return qualifiers < 0 ? value : value.substring(0, qualifiers);
    }
}
