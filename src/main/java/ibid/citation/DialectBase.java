package ibid.citation;

/** The part of a shown URL that a platform counts; what stands in front of it is kept whole. */
enum DialectBase {
    WHOLE {
        @Override
        int start(String url) {
            return 0;
        }
    },
    /** {@code scheme://} is kept and not counted. */
    AFTER_SCHEME {
        @Override
        int start(String url) {
            return DialectPrefix.schemeLength(url);
        }
    },
    /** The host is kept and not counted: path, query and fragment are, from the slash on. */
    PATH {
        @Override
        int start(String url) {
            for (var i = DialectPrefix.schemeLength(url); i < url.length(); i++) {
                if ("/?#".indexOf(url.charAt(i)) >= 0) {
                    return i;
                }
            }
            return url.length();
        }
    };

    /** Where the counted part begins. */
    abstract int start(String url);

    String counted(String url) {
        return url.substring(start(url));
    }
}
