package ibid.bench;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Sites on loopback, a port each, that take their time: each answer after 20 to 500 ms, at slow sites after three times
 * as much; some break every connection off, some answer 503. They note when they were asked.
 */
final class LatentSites implements Closeable {
    private static final int LEAST_MILLIS = 20;
    private static final int MOST_MILLIS = 500;

    /** How a site is. */
    enum Temper {
        WELL,
        SLOW,
        BROKEN,
        BUSY
    }

    private final Temper[] tempers = {Temper.WELL, Temper.SLOW, Temper.WELL, Temper.BROKEN, Temper.WELL, Temper.BUSY};

    private final class Site {
        final ServerSocket socket;
        final Temper temper;
        final SplittableRandom random;
        final List<Long> asked = new ArrayList<>();

        Site(int number) throws IOException {
            socket = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
            random = new SplittableRandom(number);
            // The sites with most links are well: another would be left after a few.
            temper = number < 10 ? Temper.WELL : tempers[number % tempers.length];
        }
    }

    private final List<Site> sites = new ArrayList<>();
    private long latency;

    LatentSites(int number) throws IOException {
        for (var i = 0; i < number; i++) {
            var site = new Site(i);
            sites.add(site);
            daemon(() -> accept(site));
        }
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "latent-site");
        thread.setDaemon(true);
        thread.start();
    }

    String address(int site, int page) {
        return "http://127.0.0.1:" + sites.get(site).socket.getLocalPort() + "/page-" + page;
    }

    /** All the time that was taken for answers, in seconds. */
    synchronized double latencySeconds() {
        return latency / 1e3;
    }

    /** The shortest time between two requests to one site, in milliseconds. */
    synchronized double shortestGapMillis() {
        var shortest = Long.MAX_VALUE;
        for (var site : sites) {
            for (var i = 1; i < site.asked.size(); i++) {
                shortest = Math.min(shortest, site.asked.get(i) - site.asked.get(i - 1));
            }
        }
        return shortest / 1e6;
    }

    private void accept(Site site) {
        try {
            while (true) {
                var socket = site.socket.accept();
                daemon(() -> serve(site, socket));
            }
        } catch (IOException closed) {
            return;
        }
    }

    private void serve(Site site, Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            var in = socket.getInputStream();
            var last = 0;
            for (var c = in.read(); c >= 0; c = in.read()) {
                last = (last << 8) | c;
                if (last == 0x0d0a0d0a) {
                    if (site.temper == Temper.BROKEN) {
                        return;
                    }
                    answer(site, socket);
                }
            }
        } catch (IOException gone) {
            return;
        }
    }

    private void answer(Site site, Socket socket) throws IOException {
        long millis;
        synchronized (this) {
            site.asked.add(System.nanoTime());
            millis = site.random.nextInt(LEAST_MILLIS, MOST_MILLIS) * (site.temper == Temper.SLOW ? 10L : 1L);
            latency += millis;
        }
        LockSupport.parkNanos(millis * 1_000_000);
        var body = "<title>A page</title><p>It is there.";
        var status = site.temper == Temper.BUSY ? "503 Busy" : "200 OK";
        socket.getOutputStream()
                .write(("HTTP/1.1 " + status + "\r\nContent-Type: text/html\r\nContent-Length: " + body.length()
                                + "\r\n\r\n" + body)
                        .getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        for (var site : sites) {
            site.socket.close();
        }
    }
}
