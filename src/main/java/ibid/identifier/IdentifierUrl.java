package ibid.identifier;

import ibid.url.CanonicalKey;
import ibid.url.Level;
import ibid.url.PercentEncoding;
import ibid.url.SpecialHosts;
import ibid.url.Url;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Addresses that spell an identifier: those of resolvers, and publishers' paths that hold a DOI. Catalogues are left alone: a page of a
 * library about a book is not the book, and can be asked where its ISBN cannot.
 */
final class IdentifierUrl {
    private static final Set<String> DOI_HOSTS = Set.of("doi.org", "dx.doi.org", "www.doi.org");
    private static final Set<String> ARK_HOSTS = Set.of("n2t.net", "www.n2t.net", "arks.org");
    private static final Set<String> NBN_HOSTS =
            Set.of("nbn-resolving.org", "nbn-resolving.de", "urn.fi", "resolver.obvsg.at", "persistent-identifier.nl");
    private static final Pattern PUBLISHER = Pattern.compile(
            "/doi/(?:(?:abs|abstract|book|epdf|epub|full|full-xml|fullHtml|html|pdf|pdfdirect|pdfplus|proceedings|reader)/)?(10\\.\\d{4,9}/.+?)"
                    + "(?:/(?:abstract|full|pdf|epdf|summary))?");

    private static final Pattern ARXIV = Pattern.compile("/(?:abs|pdf|html|format|ps)/(.+?)(?:\\.pdf)?/?");
    private static final Pattern PUBMED = Pattern.compile("(?:/(?:m/)?pubmed)?/(\\d{1,8})/?");
    private static final Pattern PMC =
            Pattern.compile("(?:/pmc)?/articles/((?:PMC)?\\d{1,9})/?", Pattern.CASE_INSENSITIVE);
    private static final Pattern RFC_EDITOR =
            Pattern.compile("/(?:rfc|info)/rfc(\\d{1,5})(?:\\.(?:txt|html|pdf|xml|json))?/?");
    private static final Pattern IETF =
            Pattern.compile("/(?:(?:doc|html|pdf|rfc|txt|id)/){1,2}rfc(\\d{1,5})(?:\\.(?:txt|html|pdf))?/?");
    private static final Pattern ORCID = Pattern.compile("/(\\d{4}-?\\d{4}-?\\d{4}-?\\d{3}[\\dXx])/?");
    private static final Pattern SWHID = Pattern.compile("/(?:browse/)?(swh:1:[^/;]{30,80}(?:;.*?)?)/?");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]{3,10}");
    private static final Pattern IPV4 = Pattern.compile("[\\d.]+");

    private IdentifierUrl() {}

    static Optional<Identified> read(Url url) {
        if (saysMore(url)) {
            return Optional.empty();
        }
        var path = PercentEncoding.decoded(url.path()).orElse(url.path());
        return ofResolver(url.host(), path, url.path()).or(() -> ofPublisher(url, path));
    }

    static boolean isOnPublishersPage(Url url) {
        return !saysMore(url)
                && ofPublisher(url, PercentEncoding.decoded(url.path()).orElse(url.path()))
                        .isPresent();
    }

    /** Whether the address holds what no identifier does: parameters other than trackers, a place in the page, a log-in. */
    private static boolean saysMore(Url url) {
        return url.hasCredentials()
                || url.fragment().isPresent()
                || url.port() != (url.scheme().equals("https") ? 443 : 80)
                || (url.query().isPresent()
                        && CanonicalKey.of(url, Level.DOCUMENT).indexOf('?') >= 0);
    }

    private static Optional<Identified> ofResolver(String host, String path, String encoded) {
        if (DOI_HOSTS.contains(host)) {
            return doi(host, path.substring(1));
        }
        if (ARK_HOSTS.contains(host)) {
            return Ark.read(PercentEncoding.normalised(encoded.substring(1)));
        }
        if (NBN_HOSTS.contains(host)) {
            return Urn.read(encoded.substring(1)).filter(id -> id.scheme() == Scheme.URN);
        }
        return switch (host) {
            case "hdl.handle.net" -> Handle.read(path.substring(1));
            case "arxiv.org", "www.arxiv.org", "export.arxiv.org" ->
                matched(ARXIV, path, Scheme.ARXIV).filter(Identifier.class::isInstance);
            case "pubmed.ncbi.nlm.nih.gov", "pubmed.gov", "www.pubmed.gov" -> matched(PUBMED, path, Scheme.PMID);
            case "pmc.ncbi.nlm.nih.gov" -> matched(PMC, path, Scheme.PMCID);
            case "ncbi.nlm.nih.gov", "www.ncbi.nlm.nih.gov" -> ofNcbi(path);
            case "rfc-editor.org", "www.rfc-editor.org" -> matched(RFC_EDITOR, path, Scheme.RFC);
            case "datatracker.ietf.org", "tools.ietf.org", "www.ietf.org", "ietf.org" ->
                matched(IETF, path, Scheme.RFC);
            case "orcid.org", "www.orcid.org" -> matched(ORCID, path, Scheme.ORCID);
            case "archive.softwareheritage.org" -> matched(SWHID, path, Scheme.SWHID);
            default -> Optional.empty();
        };
    }

    private static Optional<Identified> matched(Pattern pattern, String path, Scheme scheme) {
        var matcher = pattern.matcher(path);
        return matcher.matches() ? scheme.read(matcher.group(1)) : Optional.empty();
    }

    private static Optional<Identified> doi(String host, String path) {
        if (WORD.matcher(path).matches() && !host.startsWith("www.")) {
            return Doi.read("10/" + path);
        }
        return faultless(path.startsWith("doi:") ? path.substring(4) : path);
    }

    /** A page of its own may stand at an address that is no proper DOI; and what ends in a full stop is asked as it is written. */
    private static Optional<Identified> faultless(String doi) {
        return Trailing.without(doi).equals(doi)
                ? Doi.read(doi).filter(Identifier.class::isInstance)
                : Optional.empty();
    }

    private static Optional<Identified> ofNcbi(String path) {
        return path.contains("pubmed")
                ? matched(PUBMED, path, Scheme.PMID)
                : path.startsWith("/pmc/") ? matched(PMC, path, Scheme.PMCID) : Optional.empty();
    }

    /** Publishers give a DOI in the path; nothing of a private network or of an example is passed on to a resolver. */
    private static Optional<Identified> ofPublisher(Url url, String path) {
        var host = url.host();
        var isPublic = host.indexOf('.') > 0
                && host.indexOf(':') < 0
                && !IPV4.matcher(host).matches()
                && !SpecialHosts.isExampleDomain(host)
                && !SpecialHosts.isReserved(host);
        var publisher = PUBLISHER.matcher(path);
        return isPublic && publisher.matches() && !path.endsWith(".pdf") && !path.endsWith("/")
                ? faultless(publisher.group(1))
                : Optional.empty();
    }
}
