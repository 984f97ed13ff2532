package ibid.url;

import java.util.Optional;

/**
 * The other spellings of an IPv4 address: octal, hexadecimal and shortened (WHATWG URL section 3.5, "IPv4 parser").
 *
 * <p>Read here once, so that whoever looks an address up later, and reads {@code 0177.0.0.1} as 177.0.0.1 as Java does,
 * does not ask another machine than the one that was cited.
 */
final class Ipv4Spelling {
    private static final int MOST_PARTS = 4;
    /** More digits, leading zeros aside, are beyond any address in any base. */
    private static final int MOST_DIGITS = 12;

    private Ipv4Spelling() {}

    /** The host in four decimal numbers; empty where it is no IPv4 address in any spelling. */
    static Optional<String> dotted(String host) {
        var bare = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        var parts = bare.split("\\.", MOST_PARTS + 1);
        if (parts.length > MOST_PARTS) {
            return Optional.empty();
        }
        var address = 0L;
        for (var i = 0; i < parts.length; i++) {
            var value = number(parts[i]);
            var last = i == parts.length - 1;
            // The last number fills all bytes that are left.
            var limit = last ? 1L << (8 * (MOST_PARTS + 1 - parts.length)) : 256L;
            if (value < 0 || value >= limit) {
                return Optional.empty();
            }
            address |= last ? value : value << (8 * (MOST_PARTS - 1 - i));
        }
        return Optional.of(
                (address >> 24) + "." + ((address >> 16) & 255) + "." + ((address >> 8) & 255) + "." + (address & 255));
    }

    /** The value of one part, or -1. */
    private static long number(String part) {
        var hex = part.startsWith("0x") || part.startsWith("0X");
        var base = hex ? 16 : part.length() > 1 && part.startsWith("0") ? 8 : 10;
        var value = 0L;
        var digits = 0;
        for (var i = hex ? 2 : 0; i < part.length(); i++) {
            var c = part.charAt(i);
            var digit = c < 0x80 ? Character.digit(c, base) : -1;
            digits += digits > 0 || digit > 0 ? 1 : 0;
            if (digit < 0 || digits > MOST_DIGITS) {
                return -1;
            }
            value = value * base + digit;
        }
        return part.isEmpty() ? -1 : value;
    }
}
