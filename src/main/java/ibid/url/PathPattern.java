package ibid.url;

/** Which paths a row is about: one path ({@code /a}), what begins or ends with one (an asterisk in its other place), or all. */
record PathPattern(String pattern) {

    boolean matches(String path) {
        if (pattern.endsWith("*")) {
            return path.startsWith(prefix());
        }
        if (pattern.startsWith("*")) {
            return path.endsWith(pattern.substring(1));
        }
        return path.equals(pattern) || path.equals(pattern + "/");
    }

    /** What stands before the part that may be anything. */
    String prefix() {
        var star = pattern.indexOf('*');
        return star < 0 ? pattern : pattern.substring(0, star);
    }
}
