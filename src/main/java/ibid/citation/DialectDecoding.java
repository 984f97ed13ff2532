package ibid.citation;

import ibid.url.PercentEncoding;

/** Whether a platform shows the percent-decoded URL, and when it decodes. */
enum DialectDecoding {
    NONE,
    /** Decoded before anything is counted. */
    RAW,
    /** Decoded as a form is, {@code +} to a space, after the limit was measured on the encoded text. */
    FORM;

    /** The text whose length decides whether there is a cut. */
    String measured(String url) {
        return this == RAW ? percentDecoded(url) : url;
    }

    /** The text that is cut. */
    String shown(String url) {
        return switch (this) {
            case NONE -> url;
            case RAW -> percentDecoded(url);
            case FORM -> percentDecoded(url.replace('+', ' '));
        };
    }

    /** {@code text} with every {@code %xx} decoded; as it is, where that gives invalid UTF-8. */
    static String percentDecoded(String text) {
        return PercentEncoding.decoded(text).orElse(text);
    }
}
