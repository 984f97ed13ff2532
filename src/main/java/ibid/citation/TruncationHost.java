package ibid.citation;

import okhttp3.HttpUrl;

/**
 * The host in the head of a cut URL.
 *
 * @param name as shown
 * @param whole whether the head goes on behind it
 * @param path what the head shows from the slash on
 */
record TruncationHost(String name, boolean whole, String path) {

    static TruncationHost of(String head) {
        var path = DialectBase.PATH.start(head);
        return new TruncationHost(
                head.substring(DialectPrefix.schemeLength(head), path), path < head.length(), head.substring(path));
    }

    /** Whether the characters are those of a host, perhaps with user and port. */
    boolean isPlausible() {
        if (name.isEmpty() || !(Character.isLetterOrDigit(name.charAt(0)) || name.charAt(0) == '[')) {
            return false;
        }
        var allowed = name.codePoints()
                .allMatch(c -> Character.isLetterOrDigit(c)
                        || Character.getType(c) == Character.NON_SPACING_MARK
                        || ".-_:@[]%".indexOf(c) >= 0
                        || c == DialectUnit.BROKEN);
        return allowed && !(whole && (name.contains("..") || name.endsWith("-")));
    }

    /** Whether it has a dot inside, as hosts of the public web have. */
    boolean isDotted() {
        return name.indexOf('.') > 0 && !name.endsWith(".");
    }

    /** Whether it is a host that stands below a public suffix, and the suffix is a word rather than a number or a version. */
    boolean isRegistrable() {
        var port = name.indexOf(':');
        var domain = port < 0 ? name : name.substring(0, port);
        var suffix = domain.substring(domain.lastIndexOf('.') + 1);
        if (!isDotted() || suffix.length() < 2 || !suffix.codePoints().allMatch(Character::isLetter)) {
            return false;
        }
        var url = HttpUrl.parse("http://" + domain + "/");
        // Some suffixes serve pages themselves (s3.amazonaws.com); those of two labels (co.uk) do not.
        return url != null && (url.topPrivateDomain() != null || domain.indexOf('.') != domain.lastIndexOf('.'));
    }
}
