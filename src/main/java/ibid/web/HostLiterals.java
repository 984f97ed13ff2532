package ibid.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The addresses that a host, taken as a literal, may mean to whoever reads it.
 *
 * <p>{@code 0177.0.0.1} is 127.0.0.1 to a browser and to the operating system (WHATWG URL section 3.5, inet_aton) and
 * 177.0.0.1 to Java: both are given, and each must be harmless.
 */
final class HostLiterals {
    private static final Pattern LAST_IS_NUMBER = Pattern.compile("(?:.*\\.)?(?:\\d+|0[xX][0-9a-fA-F]*)");

    private HostLiterals() {}

    /** All readings of {@code host}; empty when it is a name. */
    static List<InetAddress> readings(String host) {
        var bare = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        if (bare.indexOf(':') >= 0) {
            return v6(bare);
        }
        if (!isNumeric(bare)) {
            return List.of();
        }
        var labels = List.of(bare.split("\\.", -1));
        var readings = new ArrayList<InetAddress>();
        address(labels, false).ifPresent(readings::add);
        address(labels, true).ifPresent(readings::add);
        return readings;
    }

    /** Whether the host can only be an IPv4 address, well or badly spelled: no name ends in a number. */
    static boolean isNumeric(String host) {
        return LAST_IS_NUMBER
                .matcher(host.endsWith(".") ? host.substring(0, host.length() - 1) : host)
                .matches();
    }

    static boolean isLoopbackName(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        var bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        return bare.equals("localhost") || bare.endsWith(".localhost");
    }

    private static List<InetAddress> v6(String host) {
        try {
            // With a colon it is a literal or an error: nothing is looked up.
            return List.of(InetAddress.getByName(host));
        } catch (UnknownHostException none) {
            return List.of();
        }
    }

    private static Optional<InetAddress> address(List<String> labels, boolean allDecimal) {
        if (labels.size() > 4) {
            return Optional.empty();
        }
        var value = 0L;
        for (var i = 0; i < labels.size(); i++) {
            var part = number(labels.get(i), allDecimal);
            var last = i == labels.size() - 1;
            // The last number fills all bytes that are left.
            var limit = last ? 1L << (8 * (5 - labels.size())) : 256L;
            if (part < 0 || part >= limit) {
                return Optional.empty();
            }
            value = value | (last ? part : part << (8 * (3 - i)));
        }
        return Optional.of(of(value));
    }

    private static InetAddress of(long value) {
        try {
            return InetAddress.getByAddress(
                    new byte[] {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value});
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The value of one label, or -1. */
    private static long number(String label, boolean allDecimal) {
        var hex = label.length() >= 2 && label.substring(0, 2).equalsIgnoreCase("0x");
        var octal = !hex && !allDecimal && label.length() > 1 && label.startsWith("0");
        var digits = hex ? label.substring(2) : label;
        if (digits.isEmpty()) {
            return hex ? 0 : -1;
        }
        try {
            var significant = digits.replaceFirst("^0+(?=.)", "");
            if (significant.length() > 12 || significant.startsWith("-") || significant.startsWith("+")) {
                return -1;
            }
            return Long.parseLong(significant, hex ? 16 : octal ? 8 : 10);
        } catch (NumberFormatException noNumber) {
            return -1;
        }
    }
}
