package ibid.resolution.memory;

import ibid.config.Settings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A fingerprint of what can change a verdict: results count only under the settings that produced them. All settings go
 * into it but those that are known to change none, so that a new one is not forgotten. It is a digest, because settings
 * hold secrets.
 */
final class SettingsPrint {
    private static final Settings USUAL = Settings.DEFAULTS;

    private SettingsPrint() {}

    /**
     * The fingerprint.
     *
     * @param version of the program: another one may judge otherwise
     * @param archiveDirectory where the copies lie that results name
     */
    static String of(Settings settings, String version, Path archiveDirectory) {
        var telling = settings.withDocuments(USUAL.documents())
                .withMemory(USUAL.memory())
                .withSaving(USUAL.saving())
                .withWeb(web(settings.web()))
                .withCheck(check(settings.check()))
                .withFiles(files(settings.files()))
                .withLookup(lookup(settings.lookup()));
        var copies = settings.archive().enabled() ? archiveDirectory.toString() : "";
        return digest(version + "\n" + copies + "\n" + telling);
    }

    /** Pace and patience decide when something is known, not what: what was not waited for is not remembered. */
    private static Settings.Web web(Settings.Web web) {
        var usual = USUAL.web();
        return new Settings.Web(
                usual.maxInFlight(),
                usual.perHost(),
                usual.hostInterval(),
                usual.timeout(),
                usual.retries(),
                web.maxRedirects(),
                web.maxBodyBytes(),
                web.userAgent(),
                web.headers(),
                web.allowPrivate(),
                web.insecure(),
                web.proxy(),
                web.caCertificates(),
                usual.patience(),
                web.hosts().stream().map(SettingsPrint::host).toList());
    }

    private static Settings.Host host(Settings.Host host) {
        return new Settings.Host(host.host(), OptionalInt.empty(), Optional.empty(), host.headers(), host.accepted());
    }

    private static Settings.Check check(Settings.Check check) {
        return new Settings.Check(
                check.enabled(), check.offline(), true, check.accepted(), check.shorteners(), check.defanged());
    }

    /** Which documents are read changes nothing of what they cite. */
    private static Settings.Files files(Settings.Files files) {
        return new Settings.Files(
                files.rootDirectory(),
                files.baseUrl(),
                files.sites(),
                files.indexFiles(),
                files.fragments(),
                files.slugs(),
                List.of());
    }

    private static Settings.Lookup lookup(Settings.Lookup lookup) {
        return new Settings.Lookup(
                lookup.enabled(),
                lookup.probes(),
                USUAL.lookup().time(),
                lookup.wayback(),
                lookup.cdx(),
                List.of(),
                Optional.empty(),
                lookup.registries(),
                Optional.empty());
    }

    static String digest(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
