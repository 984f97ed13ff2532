package ibid.web;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses are not of the public internet: IANA's special-purpose registries (RFC 6890 and updates), multicast,
 * reserved, and the clouds' metadata services.
 *
 * <p>For IPv6 all that is not global unicast is refused, and of that the transition mechanisms, because an IPv4 address
 * is hidden in them. The one exception is NAT64's well-known prefix (RFC 6052): in an IPv6-only network every public
 * IPv4 host has such an address, so there the hidden address is judged.
 */
final class PrivateAddresses {
    private static final List<Range> V4 = ranges(
            "0.0.0.0/8", // this network, RFC 1122
            "10.0.0.0/8", // private, RFC 1918
            "100.64.0.0/10", // carrier-grade NAT, RFC 6598; holds a cloud's metadata service
            "127.0.0.0/8", // loopback
            "168.63.129.16/32", // a cloud's platform service
            "169.254.0.0/16", // link-local, RFC 3927; holds the clouds' metadata services
            "172.16.0.0/12", // private
            "192.0.0.0/24", // IETF protocol assignments, RFC 6890
            "192.0.2.0/24", // documentation, RFC 5737
            "192.31.196.0/24", // AS112, RFC 7535
            "192.52.193.0/24", // AMT, RFC 7450
            "192.88.99.0/24", // 6to4 relays, RFC 7526
            "192.168.0.0/16", // private
            "192.175.48.0/24", // AS112, RFC 7534
            "198.18.0.0/15", // benchmarking, RFC 2544
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4"); // reserved, and broadcast

    private static final Range GLOBAL_UNICAST = range("2000::/3");
    private static final Range NAT64 = range("64:ff9b::/96");
    private static final List<Range> V6 = ranges(
            "2001::/23", // IETF protocol assignments: Teredo, ORCHID, benchmarking
            "2001:db8::/32", // documentation, RFC 3849
            "2002::/16", // 6to4, RFC 3056
            "2620:4f:8000::/48", // AS112
            "3fff::/20", // documentation, RFC 9637
            "3ffe::/16"); // 6bone, given back

    private PrivateAddresses() {}

    private record Range(List<Byte> prefix, int bits) {

        boolean holds(byte[] address) {
            if (address.length != prefix.size()) {
                return false;
            }
            for (var bit = 0; bit < bits; bit += 8) {
                var mask = bits - bit >= 8 ? 0xff : (0xff << (8 - (bits - bit))) & 0xff;
                if (((address[bit / 8] ^ prefix.get(bit / 8)) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    static boolean contains(InetAddress address) {
        var bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return isPrivateV4(bytes);
        }
        if (NAT64.holds(bytes)) {
            return isPrivateV4(Arrays.copyOfRange(bytes, 12, 16));
        }
        return !GLOBAL_UNICAST.holds(bytes)
                || V6.stream().anyMatch(range -> range.holds(bytes))
                || (isIsatap(bytes) && isPrivateV4(Arrays.copyOfRange(bytes, 12, 16)));
    }

    private static boolean isPrivateV4(byte[] bytes) {
        return V4.stream().anyMatch(range -> range.holds(bytes));
    }

    /** RFC 5214 section 6.1: the interface identifier ends in 5efe and an IPv4 address. */
    private static boolean isIsatap(byte[] bytes) {
        return (bytes[8] & 0xfd) == 0 && bytes[9] == 0 && bytes[10] == 0x5e && (bytes[11] & 0xff) == 0xfe;
    }

    private static List<Range> ranges(String... texts) {
        return Arrays.stream(texts).map(PrivateAddresses::range).toList();
    }

    private static Range range(String text) {
        var slash = text.indexOf('/');
        try {
            // A literal: nothing is looked up.
            var bytes = InetAddress.getByName(text.substring(0, slash)).getAddress();
            var prefix = new ArrayList<Byte>();
            for (var b : bytes) {
                prefix.add(b);
            }
            return new Range(List.copyOf(prefix), Integer.parseInt(text.substring(slash + 1)));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("no address range: " + text, impossible);
        }
    }
}
