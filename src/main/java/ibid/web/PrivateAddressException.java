package ibid.web;

import java.net.UnknownHostException;

/** The guard refuses; an UnknownHostException because that is all that a name lookup may throw. */
final class PrivateAddressException extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    PrivateAddressException(String message) {
        super(message);
    }
}
