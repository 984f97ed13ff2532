package ibid.archive.warc;

import org.netpreserve.jwarc.URIs;

/**
 * Sort-friendly spelling of an address: host backwards, then path ({@code com,example)/a?b=2}).
 *
 * <p>Scheme, {@code www}, case, order of the query and session ids are left out, so that addresses of one page meet.
 */
public final class Surt {
    private Surt() {}

    /** Never empty, and without spaces, whatever the address is. */
    public static String of(String url) {
        var plain = url.replaceAll("[\\s\\p{Cntrl}]", "%20");
        try {
            var surt = URIs.toNormalizedSurt(plain);
            return surt.isEmpty() || surt.indexOf(' ') >= 0 ? "_" + plain : surt;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return "_" + plain;
        }
    }
}
