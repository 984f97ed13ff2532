package ibid.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Headers;
import okhttp3.Protocol;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** What is noted of one call while it runs; connecting may happen on several threads at once. */
final class CallRecord extends EventListener {
    private final Runnable atWire;
    private volatile boolean connecting;
    private volatile boolean connected;
    private volatile boolean overtime;
    private volatile Optional<InetAddress> failedPeer = Optional.empty();
    private volatile Optional<InetAddress> peer = Optional.empty();
    private volatile List<Header> sent = List.of();
    private volatile List<Header> received = List.of();
    private volatile Optional<Response> head = Optional.empty();

    /** Notes a call; {@code atWire} runs when the request is about to be written. */
    CallRecord(Runnable atWire) {
        this.atWire = atWire;
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        connecting = true;
    }

    @Override
    public void connectFailed(
            Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol, IOException failure) {
        failedPeer = Optional.ofNullable(address.getAddress());
    }

    @Override
    public void secureConnectStart(Call call) {
        connected = true;
    }

    @Override
    public void connectionAcquired(Call call, Connection connection) {
        connected = true;
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
        head = Optional.of(response);
        received = list(response.headers());
    }

    void requestSent(Headers headers, Optional<InetAddress> to) {
        sent = list(headers);
        peer = to;
        atWire.run();
    }

    void ranOvertime() {
        overtime = true;
    }

    /** Whether the overall limit cut the call off. */
    boolean isOvertime() {
        return overtime;
    }

    boolean isConnected() {
        return connected;
    }

    /** Whether the call went over a connection that an earlier call had opened, and nothing came back. */
    boolean isStale() {
        return connected && !connecting && head.isEmpty();
    }

    Optional<InetAddress> failedPeer() {
        return failedPeer;
    }

    /** IP address of the host; empty behind a proxy. */
    Optional<InetAddress> peer() {
        return peer;
    }

    /** Status and headers, as soon as they came whole, whatever the client made of them then. */
    Optional<Response> head() {
        return head;
    }

    List<Header> sent() {
        return sent;
    }

    List<Header> received() {
        return received;
    }

    private static List<Header> list(Headers headers) {
        var list = new ArrayList<Header>(headers.size());
        for (var i = 0; i < headers.size(); i++) {
            list.add(new Header(headers.name(i), headers.value(i)));
        }
        return List.copyOf(list);
    }
}
