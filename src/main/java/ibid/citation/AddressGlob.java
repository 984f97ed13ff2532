package ibid.citation;

import java.util.List;

/** A pattern of whole addresses in which {@code *} stands for any characters; matched in linear time, without going back. */
record AddressGlob(List<String> pieces) {

    static AddressGlob of(String pattern) {
        return new AddressGlob(List.of(pattern.split("\\*+", -1)));
    }

    boolean matches(String address) {
        var last = pieces.size() - 1;
        if (last == 0) {
            return address.equals(pieces.get(0));
        }
        if (!address.startsWith(pieces.get(0))) {
            return false;
        }
        var at = pieces.get(0).length();
        for (var i = 1; i < last; i++) {
            var found = address.indexOf(pieces.get(i), at);
            if (found < 0) {
                return false;
            }
            at = found + pieces.get(i).length();
        }
        return address.length() - at >= pieces.get(last).length() && address.endsWith(pieces.get(last));
    }
}
