package ibid.web;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.web.WebFailure.Cause;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Not one connection reaches the listener, which listens on all addresses of this machine. */
class AddressGuardTest {
    private final RawServer forbidden = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
    private final FakeNames names = new FakeNames()
            .put("mixed.example", "93.184.215.14", "127.0.0.1")
            .put("mixed6.example", "93.184.215.14", "::1")
            .put("metadata.example", "169.254.169.254")
            .put("lan.example", "192.168.1.1")
            .put("ula.example", "fd00:ec2::254");

    @AfterEach
    void nothingReachedTheListener() {
        assertThat(forbidden.connections).hasValue(0);
        forbidden.close();
    }

    private TestWeb guarded() {
        var with = new TestWeb.With();
        with.allowPrivate = false;
        with.names = names;
        return with.open();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.0.0.1.",
                "127.1",
                "127.0.1",
                "127.255.255.254",
                "2130706433",
                "017700000001",
                "0x7f000001",
                "0X7F000001",
                "0x7f.1",
                "0x7f.0.0.1",
                "0x7f.0x0.0x0.0x1",
                "0177.1",
                "0177.0.0.1",
                "00000177.0.0.01",
                "0177.0x0.0.1",
                "0",
                "0.0.0.0",
                "0x0",
                "00",
                "0.0.0.1",
                "127。0。0。1",
                "１２７.0.0.1",
                "①②⑦.0.0.1",
                "%31%32%37.0.0.1",
                "127%2E0%2E0%2E1",
                "localhost",
                "LOCALHOST",
                "localhost.",
                "a.localhost",
                "[::1]",
                "[::]",
                "[0:0:0:0:0:0:0:1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[::127.0.0.1]",
                "[64:ff9b::127.0.0.1]",
                "[64:ff9b:1::7f00:1]",
                "[2002:7f00:1::]",
                "[2001:0:4136:e378:8000:63bf:3fff:fdd2]",
                "[fe80::1]",
                "[fec0::1]",
                "[fc00::1]",
                "[fd00:ec2::254]",
                "[ff02::1]",
                "[2001:db8::1]",
                "[100::1]",
                "[3fff::1]",
                "10.0.0.1",
                "10.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.0.1",
                "192.168.257",
                "0300.0250.0.1",
                "3232235521",
                "169.254.169.254",
                "2852039166",
                "0xa9fea9fe",
                "0251.0376.0251.0376",
                "169.254.43518",
                "100.64.0.1",
                "100.100.100.200",
                "192.0.0.1",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "168.63.129.16",
                "0x",
                "4294967296",
                "0x100000000",
                "256.256.256.256",
                "1.2.3.4.5",
                "127.0.0.0x1",
                "[2600::5efe:10.0.0.1]",
                "user:secret@127.0.0.1",
                "8.8.8.8@127.0.0.1",
                "8.8.8.8%20@0x7f.1",
                "a.b.localhost.",
                "127.0.0.1.nip.io",
                "localtest.me",
                "metadata.google.internal",
                "[::ffff:169.254.169.254]",
                "[::ffff:0:127.0.0.1]",
                "[64:ff9b::a9fe:a9fe]",
                "[2002:a9fe:a9fe::]",
                "[0000:0000:0000:0000:0000:ffff:0a00:0001]",
                "１６９．２５４．１６９．２５４",
                "0xA9.0376.43518",
                "lan.example",
                "metadata.example",
                "ula.example",
                "mixed.example",
                "mixed6.example",
                "anything-on-loopback.example",
            })
    void aForbiddenAddressIsRefusedHoweverItIsSpelled(String host) {
        try (var web = guarded()) {
            var failure = web.failure("http://" + host + ":" + forbidden.port() + "/");
            assertThat(failure.cause()).isEqualTo(Cause.PRIVATE_ADDRESS);
            assertThat(failure.detail()).isNotBlank();
            assertThat(web.web.networkDead()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "1.1.1.1",
                "172.32.0.1",
                "100.128.0.1",
                "192.0.1.1",
                "169.253.0.1",
                "223.255.255.255",
                "2606:4700::1111",
                "2001:4860:4860::8888",
                "64:ff9b::8.8.8.8",
                "2003::1",
            })
    void thePublicInternetIsNotRefused(String address) throws UnknownHostException {
        assertThat(PrivateAddresses.contains(InetAddress.getByName(address))).isFalse();
        assertThat(guard().refusal(address)).isEmpty();
    }

    private AddressGuard guard() {
        return new AddressGuard(false, Proxies.none(), names);
    }

    @Test
    void theSocketItselfRefusesWhatEverNameWasLookedUp() throws Exception {
        try (var socket = guard().sockets().createSocket()) {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), forbidden.port());
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> socket.connect(address, 300)))
                    .isInstanceOf(PrivateAddressException.class);
        }
    }

    @Test
    void aNameThatChangesItsAddressBetweenTwoLookupsIsRefusedAtTheSecond() {
        var lookups = new java.util.concurrent.atomic.AtomicInteger();
        var with = new TestWeb.With();
        with.allowPrivate = false;
        with.retries = 3;
        with.names = host -> {
            if (lookups.incrementAndGet() == 1) {
                throw new UnknownHostException(host + ": Temporary failure in name resolution");
            }
            return List.of(InetAddress.getLoopbackAddress());
        };
        try (var web = with.open()) {
            assertThat(web.failure("http://rebinding.example:" + forbidden.port() + "/"))
                    .extracting(WebFailure::cause, WebFailure::attempts)
                    .containsExactly(Cause.PRIVATE_ADDRESS, 2);
        }
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1", "0177.0.0.1", "10.0.0.1", "lan.example", "mixed.example", "localhost"})
    void behindAPrivateProxyTheTargetsAreStillChecked(String host) {
        var with = new TestWeb.With();
        with.allowPrivate = false;
        with.names = names;
        with.proxy = Optional.of("http://user:secret@127.0.0.1:" + forbidden.port());
        try (var web = with.open()) {
            assertThat(web.failure("http://" + host + "/").cause()).isEqualTo(Cause.PRIVATE_ADDRESS);
        }
    }
}
