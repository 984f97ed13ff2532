package ibid.document;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** An address spelled so that it can stand where some characters mean something else, and in every charset. */
public final class AsciiAddress {
    private AsciiAddress() {}

    /** The same address with what is no ASCII, and these characters of ASCII, percent-encoded (RFC 3986 section 2.1). */
    public static String without(String special, String address) {
        var spelled = new StringBuilder(address.length());
        address.codePoints().forEach(c -> {
            if (c > ' ' && c < 0x7f && special.indexOf(c) < 0) {
                spelled.append((char) c);
            } else {
                for (var octet : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    spelled.append(String.format(Locale.ROOT, "%%%02X", octet));
                }
            }
        });
        return spelled.toString();
    }
}
