package ibid.archive;

import ibid.url.Redaction;
import ibid.url.Url;
import ibid.web.PublicHosts;

/**
 * Which addresses an archive may be told of: none with credentials or secrets, and none of a private network, unless the
 * archive is in one itself and the run may ask there.
 */
public record Discretion(boolean archiveIsOurs) {

    /** Towards the archive at this address. */
    public static Discretion towards(String archive, boolean allowPrivate) {
        return new Discretion(allowPrivate
                && Url.parse(archive)
                        .map(url -> !PublicHosts.isPublic(url.host()))
                        .orElse(false));
    }

    /** Whether an archive may be told of this address. */
    public boolean allows(String address) {
        return Url.parse(address)
                .filter(url -> !url.hasCredentials() && !Redaction.hides(address) && !Redaction.hides(url.address()))
                .filter(url -> archiveIsOurs || PublicHosts.isPublic(url.host()))
                .isPresent();
    }
}
