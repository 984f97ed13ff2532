package ibid.url;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** How a wrapper writes the address it carries. */
enum WrapperSpelling {
    /** As it is. */
    PLAIN {
        @Override
        Optional<String> read(String written) {
            return Optional.of(written);
        }
    },
    /** Percent-encoded once. */
    PERCENT {
        @Override
        Optional<String> read(String written) {
            return PercentEncoding.decodedAscii(written);
        }
    },
    /** Percent-encoded, and within that with HTML's character references: Proofpoint's first version. */
    PERCENT_HTML {
        @Override
        Optional<String> read(String written) {
            return PercentEncoding.decodedAscii(written).map(text -> Parser.unescapeEntities(text, true));
        }
    },
    /** As {@link #PERCENT_HTML}, with a hyphen for the percent sign and an underscore for the slash: Proofpoint's second. */
    PROOFPOINT_2 {
        @Override
        Optional<String> read(String written) {
            return PERCENT_HTML.read(written.replace('-', '%').replace('_', '/'));
        }
    },
    /** With a store of replaced characters behind it: Proofpoint's third. */
    PROOFPOINT_3 {
        @Override
        Optional<String> read(String written) {
            return ProofpointRuns.read(written);
        }
    },
    BASE64 {
        @Override
        Optional<String> read(String written) {
            return PercentEncoding.decodedAscii(written).flatMap(WrapperSpelling::fromBase64);
        }
    },
    /** Percent-encoded, with a colon and a checksum behind it. */
    CHECKSUM {
        @Override
        Optional<String> read(String written) {
            return PercentEncoding.decodedAscii(written)
                    .map(text -> CHECKSUM_TAIL.matcher(text).replaceFirst(""));
        }
    },
    /** The way of AMP caches: host and path, with {@code s/} before them where the scheme is https. */
    AMP {
        @Override
        Optional<String> read(String written) {
            return AmpPath.read(written);
        }
    };

    private static final Pattern CHECKSUM_TAIL = Pattern.compile(":[A-Za-z0-9_-]{16,64}$");

    /** The text as the inner address is written once it is taken out; empty where it cannot be read. */
    abstract Optional<String> read(String written);

    /** The constant by its name in the table. */
    static WrapperSpelling called(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Optional<String> fromBase64(String text) {
        var alphabet = text.replace('-', '+').replace('_', '/').replace(' ', '+');
        try {
            return Optional.of(PercentEncoding.encodedBeyondAscii(
                    new String(Base64.getDecoder().decode(alphabet), StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
