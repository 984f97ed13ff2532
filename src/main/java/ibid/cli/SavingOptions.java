package ibid.cli;

import ibid.config.Saving;
import ibid.config.Secret;
import ibid.config.Settings;
import ibid.config.UsageException;
import ibid.url.Url;
import ibid.web.PublicHosts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which public archives are to keep what is cited. Their keys come from the environment, so that no command line shows them. */
final class SavingOptions {
    private static final String WAYBACK = "wayback";
    private static final String ACCESS_KEY = "IA_ACCESS_KEY_ID";
    private static final String SECRET_KEY = "IA_SECRET_ACCESS_KEY";
    private static final String WAYBACK_KEYS_AT = "https://archive.org/account/s3.php";
    private static final String PERMA = "perma";
    private static final String PERMA_KEY = "PERMA_API_KEY";
    private static final String PERMA_KEYS_AT = "https://perma.cc/settings/tools";

    @Option(
            names = "--save",
            paramLabel = "LIST",
            split = ",",
            description =
                    "Have public archives keep the cited pages of which they have no recent copy: wayback, with the keys in"
                            + " IA_ACCESS_KEY_ID and IA_SECRET_ACCESS_KEY, or perma, with the key in PERMA_API_KEY.")
    private List<String> archives = List.of();

    @Option(
            names = "--save-time",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "Time that archives have to keep pages. Default: 10m.")
    private Duration time = Settings.DEFAULTS.saving().time();

    @Option(
            names = "--perma",
            paramLabel = "URL",
            description =
                    "Where Perma.cc, or a service with its interface, is asked. Default: https://api.perma.cc/v1.")
    private String perma = Saving.Perma.PUBLIC;

    /**
     * What is to be kept where.
     *
     * @param settings of the same call
     * @param environment has the keys
     */
    Saving settings(Settings settings, Map<String, String> environment) throws UsageException {
        for (var archive : archives) {
            if (!archive.equals(WAYBACK) && !archive.equals(PERMA)) {
                throw new UsageException("--save \"" + archive + "\" names no archive; choose from wayback and perma.");
            }
        }
        if (archives.isEmpty()) {
            return Saving.NONE;
        }
        refuseContradictions(settings);
        return new Saving(
                archives.contains(WAYBACK) ? Optional.of(wayback(settings, environment)) : Optional.empty(),
                archives.contains(PERMA) ? Optional.of(perma(environment)) : Optional.empty(),
                time);
    }

    private static void refuseContradictions(Settings settings) throws UsageException {
        var check = settings.check();
        if (check.offline() || !check.enabled()) {
            throw new UsageException("--save asks archives for copies of what was found, which "
                    + (check.offline() ? "--offline" : "--no-check") + " rules out; leave one of them out.");
        }
        if (!settings.lookup().enabled()) {
            throw new UsageException("--save tells an archive what is cited, and --no-lookup asks nobody but the cited"
                    + " hosts; leave one of them out.");
        }
        if (settings.web().insecure()) {
            throw new UsageException("--save sends keys, which --insecure would show to whoever stands between; leave"
                    + " one of them out, or name your certificates with --cacert.");
        }
    }

    private static Saving.SavePageNow wayback(Settings settings, Map<String, String> environment)
            throws UsageException {
        var archive = settings.lookup()
                .wayback()
                .orElseThrow(() -> new UsageException(
                        "--save wayback needs an archive, and --wayback none names none;" + " leave one of them out."));
        refuseOpenWay("--wayback", archive.index());
        return new Saving.SavePageNow(
                archive,
                key(environment, ACCESS_KEY, WAYBACK, WAYBACK_KEYS_AT),
                key(environment, SECRET_KEY, WAYBACK, WAYBACK_KEYS_AT));
    }

    private Saving.Perma perma(Map<String, String> environment) throws UsageException {
        var api = perma.endsWith("/") ? perma.substring(0, perma.length() - 1) : perma;
        var url = Url.parse(api)
                .orElseThrow(() -> new UsageException(
                        "--perma \"" + perma + "\" is no web address; write it like " + Saving.Perma.PUBLIC + "."));
        refuseOpenWay("--perma", api);
        return new Saving.Perma(api, links(url), key(environment, PERMA_KEY, PERMA, PERMA_KEYS_AT));
    }

    /** The links of api.perma.cc are at perma.cc. */
    private static String links(Url api) {
        var links = api.parsed()
                .newBuilder()
                .host(api.host().replaceFirst("^api\\.", ""))
                .encodedPath("/")
                .query(null)
                .fragment(null)
                .build()
                .toString();
        return links.substring(0, links.length() - 1);
    }

    /** Keys go unencrypted over no network that others read along. */
    private static void refuseOpenWay(String option, String address) throws UsageException {
        var isOpen = Url.parse(address)
                .filter(url -> url.scheme().equals("http") && PublicHosts.isPublic(url.host()))
                .isPresent();
        if (isOpen) {
            throw new UsageException(
                    option + " \"" + address + "\" would get the keys of --save unencrypted; write https.");
        }
    }

    private static Secret key(Map<String, String> environment, String name, String archive, String where)
            throws UsageException {
        var value = environment.getOrDefault(name, "").strip();
        if (value.isEmpty()) {
            throw new UsageException("--save " + archive + " needs a key in the environment variable " + name
                    + "; an account has its keys at " + where + ".");
        }
        return new Secret(value);
    }
}
