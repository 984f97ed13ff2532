package ibid.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Names of the test; every other name is on loopback. */
final class FakeNames implements NameLookup {
    final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, List<InetAddress>> known = new ConcurrentHashMap<>();
    private final Map<String, String> failing = new ConcurrentHashMap<>();
    private volatile String failingAll = "";

    FakeNames put(String host, String... addresses) {
        var list = new ArrayList<InetAddress>();
        for (var address : addresses) {
            try {
                list.add(InetAddress.getByName(address));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(e);
            }
        }
        known.put(host, list);
        return this;
    }

    FakeNames fail(String host, String message) {
        failing.put(host, message);
        return this;
    }

    FakeNames failAll(String message) {
        failingAll = message;
        return this;
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        asked.add(host);
        var message = failing.getOrDefault(host, failingAll);
        if (!message.isEmpty()) {
            throw new UnknownHostException(host + ": " + message);
        }
        return known.getOrDefault(host, List.of(InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1})));
    }
}
