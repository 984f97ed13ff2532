package ibid.resolution;

import ibid.archive.Archive;
import ibid.archive.Lookups;
import ibid.config.Settings;
import ibid.registry.Registers;
import ibid.target.Target;
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
import ibid.web.Robots;
import ibid.web.Web;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/**
 * Resolves each kind of target in its own way.
 *
 * <p>What the text alone shows (cut, malformed, a placeholder, another scheme) is said in every run; files and web
 * addresses are looked at only where checking is on, and no web address when the run is offline. No thread waits: web
 * outcomes arrive on the threads of the {@link Web}, those of files at once.
 */
public final class TargetResolver implements Resolver {
    private final Settings.Check check;
    private final WebResolver web;
    private final SplitResolver splits;
    private final IdentifierResolver identifiers;
    private final FileResolver files;

    /**
     * @param robots what hosts allow to ask beside what is cited, and to keep
     * @param archive keeps what answers; nothing is kept where the settings switch archiving off
     * @param lookups who is asked beside the cited hosts
     * @param workingDirectory what the paths of file targets are relative to
     * @param clock stamps the outcomes
     * @param random for addresses that nobody can have given a page
     */
    public TargetResolver(
            Settings settings,
            Web web,
            Robots robots,
            Archive archive,
            Lookups lookups,
            Path workingDirectory,
            InstantSource clock,
            RandomGenerator random) {
        this.check = settings.check();
        var kept = settings.archive().enabled() ? archive : Archive.NONE;
        this.web = new WebResolver(settings, web, robots, kept, lookups, clock, random);
        this.splits = new SplitResolver(this.web::resolve);
        this.identifiers = new IdentifierResolver(this.web, new Registers(settings, web, lookups.budget()), clock);
        this.files = new FileResolver(workingDirectory, settings.files(), clock);
    }

    @Override
    public CompletableFuture<Resolution> resolve(Target target) {
        if (target instanceof UrlTarget url) {
            return web.resolve(url.url());
        }
        if (target instanceof SplitTarget split) {
            return splits.resolve(split);
        }
        if (target instanceof IdentifierTarget identifier) {
            return identifiers.resolve(identifier);
        }
        if (target instanceof DefangedTarget defanged && check.defanged()) {
            return web.resolve(defanged.url());
        }
        return CompletableFuture.completedFuture(Resolution.of(withoutWeb(target)));
    }

    private Outcome withoutWeb(Target target) {
        if (target instanceof FileTarget file) {
            return check.enabled()
                    ? files.resolve(file)
                    : Outcome.unasked(Reason.NOT_CHECKED, "the run was told not to check");
        }
        if (target instanceof TruncatedTarget cut) {
            return Evidence.unasked(
                    Reason.TRUNCATED,
                    "the address is cut at \"" + cut.truncation().mark() + "\", so it was not asked for");
        }
        if (target instanceof MalformedTarget malformed) {
            return Evidence.unasked(Reason.MALFORMED, "the address " + malformed.why());
        }
        if (target instanceof InvalidIdentifierTarget invalid) {
            return Evidence.unasked(Reason.MALFORMED, invalid.wrong().why());
        }
        if (target instanceof PlaceholderTarget placeholder) {
            return Evidence.unasked(Reason.PLACEHOLDER, "the address " + placeholder.why());
        }
        if (target instanceof OtherSchemeTarget other) {
            return Evidence.unasked(
                    Reason.UNSUPPORTED_SCHEME, "only http and https are asked, not \"" + other.scheme() + "\"");
        }
        if (target instanceof DefangedTarget) {
            return Evidence.unasked(Reason.NOT_CHECKED, "the address is defanged; --defanged has it asked");
        }
        if (target instanceof MailTarget) {
            return Evidence.unasked(Reason.UNSUPPORTED_SCHEME, "mail addresses are not checked");
        }
        throw new IllegalArgumentException("no way to resolve a target of kind " + target.kind());
    }
}
