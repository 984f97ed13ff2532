package ibid.target;

import ibid.citation.Citation;
import ibid.citation.CitationKind;
import ibid.citation.Defanged;
import ibid.citation.Split;
import ibid.identifier.Identified;
import ibid.identifier.Identifier;
import ibid.identifier.Identifiers;
import ibid.identifier.WrongIdentifier;
import ibid.target.Target.DefangedTarget;
import ibid.target.Target.FileTarget;
import ibid.target.Target.IdentifierTarget;
import ibid.target.Target.InvalidIdentifierTarget;
import ibid.target.Target.MailTarget;
import ibid.target.Target.MalformedTarget;
import ibid.target.Target.OtherSchemeTarget;
import ibid.target.Target.PlaceholderTarget;
import ibid.target.Target.SplitTarget;
import ibid.target.Target.TruncatedTarget;
import ibid.target.Target.UrlTarget;
import ibid.url.MisspelledScheme;
import ibid.url.PercentEncoding;
import ibid.url.Url;
import ibid.url.Wrapped;
import ibid.url.Wrappers;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what a citation means. Equal meanings give equal targets, in whatever order the citations come. */
public final class TargetParser {
    private static final Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*):");

    /** Files of one machine, which readers elsewhere do not have: {@code file:///etc/hosts}, {@code C:\a.md}. */
    private static final Pattern ONE_MACHINE = Pattern.compile("(?i)file:|[a-z]:[\\\\/]");

    /** What stands where a name should be: {@code <host>}, {@code {domain}}, {@code $HOST}, {@code [your-site]}, {@code %s}. */
    private static final Pattern BLANK_HOST =
            Pattern.compile("[<>{}$*]|%(?![0-9A-Fa-f]{2})|\\[[^\\]]{0,80}[^0-9A-Fa-f:.%\\]]|^[.…]+$");

    private static final Pattern HOST = Pattern.compile("^https?://([^/?#\\\\]{0,300})", Pattern.CASE_INSENSITIVE);

    /** An ellipsis or blank as a whole path segment: {@code https://e.com/.../x}, {@code https://e.com/<id>}. */
    private static final Pattern BLANK_SEGMENT = Pattern.compile(
            "/(?:\\.{3,}|…)(?:[/?#]|$)|\\[(?:\\.{3,}|…)\\]|[<{][^/?#<{]*[>}]|\\$\\{|\\{\\{", Pattern.CASE_INSENSITIVE);

    /** The target of a citation. */
    public Target parse(Citation citation) {
        if (citation.truncation().isPresent()) {
            var cut = citation.truncation().get();
            return new TruncatedTarget("cut:" + cut.head() + "…" + cut.tail(), cut);
        }
        if (citation.split().isPresent() && !citation.split().get().others().isEmpty()) {
            return split(citation.split().get());
        }
        return isDefanged(citation) && whole(citation) instanceof UrlTarget url
                ? new DefangedTarget("defanged:" + url.key(), url.url())
                : whole(citation);
    }

    private static boolean isDefanged(Citation citation) {
        var isFoundInText = citation.kind() == CitationKind.BARE_URL || citation.kind() == CitationKind.BARE_HOST;
        return isFoundInText && !citation.text().equals(citation.cited()) && Defanged.isDefanged(citation.text());
    }

    private Target whole(Citation citation) {
        var cited = citation.cited().strip();
        var identifier = identifier(citation.kind(), cited);
        if (identifier.isPresent()) {
            return identifier.get();
        }
        var address = WrittenAddress.spelled(citation.kind(), cited);
        if (address.isPresent()) {
            return web(address.get(), cited);
        }
        if (citation.kind() == CitationKind.FILE && !ONE_MACHINE.matcher(cited).lookingAt()) {
            return file(citation.document(), cited);
        }
        var scheme = SCHEME.matcher(cited);
        if (!scheme.find()) {
            return citation.kind() == CitationKind.MAIL ? mail(cited) : file(citation.document(), cited);
        }
        var wrong = Identifiers.parseLabelled(cited).map(TargetParser::target);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        var name = scheme.group(1).toLowerCase(Locale.ROOT);
        var meant = MisspelledScheme.meant(name);
        if (meant.isPresent()) {
            return new MalformedTarget(
                    "malformed:" + cited, cited, "begins with \"" + name + "\" where " + meant.get() + " is meant");
        }
        return name.equals("mailto")
                ? mail(cited.substring("mailto:".length()))
                : new OtherSchemeTarget("other:" + cited, name, cited);
    }

    /** Which way is meant only the web can tell; where one way alone can be an address, it is meant. */
    private static Target split(Split split) {
        var ways = Stream.concat(Stream.of(split.joined()), split.others().stream())
                .map(TargetParser::spelled)
                .flatMap(way -> Url.parse(way).stream())
                .toList();
        return ways.size() > 1
                ? new SplitTarget("split:" + ways.stream().map(Url::text).collect(Collectors.joining(" ")), ways)
                : web(spelled(split.joined()), split.joined());
    }

    private static String spelled(String way) {
        return WrittenAddress.spelled(CitationKind.BARE_URL, way).orElse(way);
    }

    /** What is written as an identifier; addresses that spell one are read with the other addresses. */
    private static Optional<Target> identifier(CitationKind kind, String cited) {
        return switch (kind) {
            case IDENTIFIER, BIBLIOGRAPHY ->
                Identifiers.parse(cited)
                        .filter(id -> kind == CitationKind.IDENTIFIER || !WrittenAddress.isWeb(cited))
                        .map(TargetParser::target);
            case LINK, IMAGE, REFERENCE, BARE_URL ->
                SCHEME.matcher(cited).find() && !WrittenAddress.isWeb(cited)
                        ? Identifiers.parse(cited).map(TargetParser::target)
                        : Optional.empty();
            case BARE_HOST, FILE, MAIL -> Optional.empty();
        };
    }

    private static Target target(Identified identified) {
        return identified instanceof Identifier id
                ? new IdentifierTarget(id)
                : new InvalidIdentifierTarget((WrongIdentifier) identified);
    }

    private static Target web(String address, String written) {
        // Whoever asked a redirector would tell it who reads what: the address it carries is what is cited and asked.
        var url = Url.parse(address)
                .map(outer -> Wrappers.unwrap(outer).map(Wrapped::inner).orElse(outer));
        // The angle brackets of some identifiers look like a blank to fill in.
        var identifier = url.flatMap(Identifiers::of);
        if (identifier.isPresent()) {
            return identifier.get() instanceof Identifier id
                    ? new IdentifierTarget(id, url.filter(Identifiers::isOnPublishersPage))
                    : target(identifier.get());
        }
        var host = HOST.matcher(address);
        if (host.find() && BLANK_HOST.matcher(host.group(1)).find()) {
            return new PlaceholderTarget("blank:" + written, written, "has a blank where the host should be");
        }
        if (BLANK_SEGMENT.matcher(address).find()) {
            return new PlaceholderTarget("blank:" + written, written, "has a blank to be filled in");
        }
        if (url.isEmpty()) {
            return new MalformedTarget("malformed:" + written, written, "has no host that can exist");
        }
        return UrlTarget.of(url.get());
    }

    private static Target mail(String mailbox) {
        var question = mailbox.indexOf('?');
        var address = question < 0 ? mailbox : mailbox.substring(0, question);
        return new MailTarget("mailto:" + address.toLowerCase(Locale.ROOT), address);
    }

    /** Reads a relative reference against the citing document's folder; the query of a file means nothing. */
    private static Target file(String document, String reference) {
        var hash = reference.indexOf('#');
        var fragment = hash < 0 ? Optional.<String>empty() : Optional.of(reference.substring(hash + 1));
        var beforeHash = hash < 0 ? reference : reference.substring(0, hash);
        var question = beforeHash.indexOf('?');
        var encoded = question < 0 ? beforeHash : beforeHash.substring(0, question);
        var path = PercentEncoding.decoded(encoded).orElse(encoded).replace('\\', '/');
        var folder = document.contains("/") ? document.substring(0, document.lastIndexOf('/')) : "";
        String full;
        if (path.isEmpty()) {
            full = document;
        } else if (path.startsWith("/")) {
            full = "/" + normalised(path);
        } else {
            full = document.startsWith("/") ? "/" + normalised(folder + "/" + path) : normalised(folder + "/" + path);
        }
        if (path.endsWith("/") && !full.endsWith("/")) {
            full += "/";
        }
        var decoded = fragment.map(f -> PercentEncoding.decoded(f).orElse(f)).filter(f -> !f.isEmpty());
        return new FileTarget("file:" + full + decoded.map(f -> "#" + f).orElse(""), full, decoded);
    }

    /** Takes {@code .} and {@code ..} out (RFC 3986 section 5.2.4), but keeps a {@code ..} that leads out of the tree. */
    private static String normalised(String path) {
        var segments = new ArrayDeque<String>();
        for (var segment : path.split("/", -1)) {
            if (segment.equals("..")
                    && !segments.isEmpty()
                    && !segments.peekLast().equals("..")) {
                segments.removeLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        return segments.isEmpty() ? "." : String.join("/", segments);
    }
}
