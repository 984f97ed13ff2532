package ibid.archive.fake;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A row of a fake index; every cell is text, as on the wire, and may be wrong. */
public record FakeCapture(
        String original, String timestamp, String mimetype, String status, String digest, String length) {

    public static FakeCapture page(String original, String timestamp, int status) {
        return new FakeCapture(
                original,
                timestamp,
                "text/html",
                Integer.toString(status),
                "DIGEST" + Integer.toHexString((original + status).hashCode()).toUpperCase(Locale.ROOT),
                "1792");
    }

    /** A capture that found the page unchanged: it has no status of its own. */
    public FakeCapture revisited(String at) {
        return new FakeCapture(original, at, "warc/revisit", "-", digest, "-");
    }

    /** The same with other bytes. */
    public FakeCapture holding(String otherDigest) {
        return new FakeCapture(original, timestamp, mimetype, status, otherDigest, length);
    }

    /** A moment of 14 digits, in seconds; servers take one that cannot be, such as month 00, for what is nearest to it. */
    static long seconds(String timestamp) {
        var digits = (timestamp + "00000000000000").substring(0, 14);
        return LocalDate.of(Integer.parseInt(digits.substring(0, 4)), 1, 1)
                                .plusMonths(Math.max(0, Integer.parseInt(digits.substring(4, 6)) - 1))
                                .plusDays(Math.max(0, Integer.parseInt(digits.substring(6, 8)) - 1))
                                .toEpochDay()
                        * 86_400
                + Integer.parseInt(digits.substring(8, 10)) * 3600L
                + Integer.parseInt(digits.substring(10, 12)) * 60L
                + Integer.parseInt(digits.substring(12, 14));
    }

    /** The key by which the index is sorted, which folds the case. */
    String urlkey() {
        return key(original);
    }

    static String key(String address) {
        if (!address.startsWith("http")) {
            return address;
        }
        var uri = URI.create(address.replace(" ", "%20").replaceFirst("#.*", ""));
        var host = uri.getHost() == null
                ? ""
                : uri.getHost().toLowerCase(Locale.ROOT).replaceFirst("^www\\d*\\.", "");
        var labels = new ArrayList<>(List.of(host.split("\\.", -1)));
        Collections.reverse(labels);
        var port = uri.getPort() < 0 || uri.getPort() == 80 || uri.getPort() == 443 ? "" : ":" + uri.getPort();
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return String.join(",", labels) + port + ")" + (path + query).toLowerCase(Locale.ROOT);
    }

    /** The cell of a column, by the name that the Wayback Machine has for it. */
    String cell(String column) {
        return switch (column) {
            case "urlkey" -> urlkey();
            case "timestamp" -> timestamp;
            case "original" -> original;
            case "mimetype" -> mimetype;
            case "statuscode" -> status;
            case "digest" -> digest;
            case "length" -> length;
            default -> "-";
        };
    }
}
