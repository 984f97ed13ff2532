package ibid.target;

import ibid.citation.Truncation;
import ibid.identifier.Identifier;
import ibid.identifier.WrongIdentifier;
import ibid.url.CanonicalKey;
import ibid.url.Level;
import ibid.url.Url;
import java.util.List;
import java.util.Optional;

/** What is cited. Citations with equal keys mean the same thing and share one target. A key is never used as an address. */
public sealed interface Target {

    TargetKind kind();

    String key();

    /** The address to show for the target, where it has one. */
    default Optional<String> address() {
        return Optional.empty();
    }

    /** What people call it: the text that was cited, or what it stands for. */
    default String shown() {
        return address().orElse(key());
    }

    /** A web address that can be asked. */
    record UrlTarget(String key, Url url) implements Target {
        /** The target of an address, the same for all that mean this address and no other. */
        public static UrlTarget of(Url url) {
            // The key is a correct address here, because this level changes nothing but equivalent spelling: taking the
            // URL from it makes the target the same whichever citation comes first.
            var key = CanonicalKey.of(url, Level.ADDRESS);
            return new UrlTarget(
                    key, url.hasCredentials() ? url : Url.parse(key).orElse(url));
        }

        @Override
        public TargetKind kind() {
            return TargetKind.URL;
        }

        @Override
        public Optional<String> address() {
            return Optional.of(url.text());
        }
    }

    /**
     * A web address that is broken over lines and may be put together in several ways.
     *
     * @param ways the likeliest first; at least two
     */
    record SplitTarget(String key, List<Url> ways) implements Target {
        public SplitTarget {
            ways = List.copyOf(ways);
        }

        @Override
        public TargetKind kind() {
            return TargetKind.URL;
        }

        @Override
        public Optional<String> address() {
            return Optional.of(ways.get(0).text());
        }
    }

    /** A web address that was made harmless on purpose, such as {@code hxxp://e[.]com}; it is asked only on request. */
    record DefangedTarget(String key, Url url) implements Target {
        @Override
        public TargetKind kind() {
            return TargetKind.URL;
        }

        @Override
        public Optional<String> address() {
            return Optional.of(url.text());
        }
    }

    /** A URL whose text was cut; it is never requested as it stands. */
    record TruncatedTarget(String key, Truncation truncation) implements Target {
        @Override
        public TargetKind kind() {
            return TargetKind.TRUNCATED_URL;
        }

        @Override
        public String shown() {
            return truncation.head() + truncation.mark() + truncation.tail();
        }
    }

    /**
     * A local file.
     *
     * @param path relative to the working directory, normalised, with {@code /}; may start with {@code ../}
     * @param fragment percent-decoded fragment without {@code #}
     */
    record FileTarget(String key, String path, Optional<String> fragment) implements Target {
        @Override
        public TargetKind kind() {
            return TargetKind.FILE;
        }

        @Override
        public String shown() {
            return path + fragment.map(f -> "#" + f).orElse("");
        }
    }

    /**
     * A persistent identifier, however it is spelled.
     *
     * @param page the publisher's address that it was read out of
     */
    record IdentifierTarget(Identifier id, Optional<Url> page) implements Target {
        public IdentifierTarget(Identifier id) {
            this(id, Optional.empty());
        }

        @Override
        public TargetKind kind() {
            return TargetKind.valueOf(id.scheme().name());
        }

        @Override
        public String key() {
            return id.key();
        }

        @Override
        public Optional<String> address() {
            return id.address();
        }

        @Override
        public String shown() {
            return id.shown();
        }
    }

    /** What is written as an identifier and cannot be one; it is never asked for. */
    record InvalidIdentifierTarget(WrongIdentifier wrong) implements Target {
        @Override
        public TargetKind kind() {
            return TargetKind.valueOf(wrong.scheme().name());
        }

        @Override
        public String key() {
            return "invalid:" + wrong.shown();
        }

        @Override
        public String shown() {
            return wrong.shown();
        }
    }

    /** A mail address. */
    record MailTarget(String key, String mailbox) implements Target {
        @Override
        public TargetKind kind() {
            return TargetKind.MAIL;
        }

        @Override
        public String shown() {
            return mailbox;
        }
    }

    /** An address in a scheme that is not asked, such as {@code ftp:} or {@code tel:}. */
    record OtherSchemeTarget(String key, String scheme, String text) implements Target {
        @Override
        public TargetKind kind() {
            return TargetKind.URL;
        }

        @Override
        public Optional<String> address() {
            return Optional.of(text);
        }
    }

    /**
     * What is written as an address and cannot be one.
     *
     * @param why completes the sentence "the address ..."
     */
    record MalformedTarget(String key, String text, String why) implements Target {
        @Override
        public TargetKind kind() {
            return TargetKind.URL;
        }

        @Override
        public String shown() {
            return text;
        }
    }

    /**
     * A pattern with a blank to fill in, such as {@code https://<host>/}, which is recognised and not asked.
     *
     * @param why completes the sentence "the address ..."
     */
    record PlaceholderTarget(String key, String text, String why) implements Target {
        @Override
        public TargetKind kind() {
            return TargetKind.URL;
        }

        @Override
        public Optional<String> address() {
            return Optional.of(text);
        }
    }
}
