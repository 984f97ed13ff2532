package ibid.web;

import java.net.UnknownHostException;

/** The proxy could not be reached, so nobody was asked; of this type because a lookup may throw no other. */
final class ProxyException extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    /** @param clause says what is wrong with the proxy, without its password */
    ProxyException(String clause) {
        super(clause);
    }
}
