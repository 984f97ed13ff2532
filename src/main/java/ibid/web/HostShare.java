package ibid.web;

import ibid.config.Settings;
import ibid.url.Url;
import java.time.Duration;

/**
 * What a host may be asked.
 *
 * @param concurrency most requests under way at it
 * @param interval shortest time between two requests
 */
record HostShare(int concurrency, Duration interval) {

    static HostShare of(Settings.Web settings, Url url) {
        var own = settings.differing(url.host(), url.port());
        return new HostShare(
                own.map(host -> host.concurrency().orElse(settings.perHost())).orElse(settings.perHost()),
                own.flatMap(Settings.Host::interval).orElse(settings.hostInterval()));
    }
}
