package ibid.archive;

import ibid.config.Settings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Random;

/** A program that keeps page after page in a folder until it is killed, and says the address of each that it kept. */
final class KeepUntilKilled {
    private static final int BODY_BYTES = 20_000;

    private KeepUntilKilled() {}

    public static void main(String[] arguments) {
        var random = new Random();
        var clock = InstantSource.system();
        try (var archive =
                WarcArchive.open(Path.of(arguments[0]), Settings.DEFAULTS.archive(), clock, random, "ibid/0.1.0")) {
            for (var i = 0; ; i++) {
                var body = new byte[BODY_BYTES];
                random.nextBytes(body);
                var url = "http://e.com/" + arguments[1] + "/" + i;
                archive.cited(url, "a.md#L1");
                if (archive.keep(Responses.page(url)
                                .at(clock.instant())
                                .body(body)
                                .get())
                        .isPresent()) {
                    System.out.println(url);
                }
            }
        }
    }
}
