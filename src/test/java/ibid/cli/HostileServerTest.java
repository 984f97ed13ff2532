package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a server says, no escape sequence reaches a terminal or a file that is read in one, and no command a build server. */
class HostileServerTest {
    private HostileServer plain;
    private HostileServer secure;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws Exception {
        plain = HostileServer.plain();
        secure = HostileServer.secure(folder);
        Files.writeString(folder.resolve("a.md"), """
                [ok](http://127.0.0.1:%1$d/200/a) [gone](http://127.0.0.1:%1$d/404/b) [moved](http://127.0.0.1:%1$d/301/c)
                [busy](http://127.0.0.1:%1$d/503/d) [name](https://127.0.0.1:%2$d/200/e)
                """.formatted(plain.port(), secure.port()));
    }

    @AfterEach
    void close() throws IOException {
        plain.close();
        secure.close();
    }

    private Program.Ended scan(String... more) {
        var arguments = new ArrayList<>(List.of(
                "scan",
                "-v",
                "--color=never",
                "--allow-private",
                "--no-lookup",
                "--host-interval=0ms",
                "--retries=1",
                "--timeout=5s"));
        arguments.addAll(List.of(more));
        return new Program(folder).run(arguments.toArray(String[]::new));
    }

    @Test
    void whatIsWrittenToATerminalOrALogIsHarmless() throws IOException {
        var formats = List.of("github", "markdown", "csv", "sarif", "junit", "gitlab", "json");
        var ended = scan("--format=text=-," + String.join(",", formats), "a.md");
        assertThat(ended.err()).as("the story of the requests").contains("/404/b: 404");
        isHarmless("text", ended.err());
        isHarmless("text", ended.out());
        for (var format : formats) {
            var report = Files.readString(folder.resolve("reports/ibid." + format));
            assertThat(report).as(format).contains("/404/b");
            isHarmless(format, report);
        }
        assertThat(folder.resolve("reports/ibid.json"))
                .content()
                .as("what the server said")
                .contains("INJECTED");
    }

    /** A certificate for another name, whose names a careless message would show. */
    @Test
    void theNamesInACertificateAreNotShownAsTheyAre() {
        var ended = scan("--cacert=ca.pem", "--format=text=-", "a.md");
        isHarmless("text", ended.out());
        isHarmless("text", ended.err());
        assertThat(ended.out()).contains("https://127.0.0.1:" + secure.port() + "/200/e");
    }

    @Test
    void theWholeStoryOfAnAddressIsHarmless() {
        for (var address : List.of(
                "http://127.0.0.1:" + plain.port() + "/301/c",
                "http://127.0.0.1:" + plain.port() + "/200/a",
                "https://127.0.0.1:" + secure.port() + "/200/e")) {
            var ended = new Program(folder)
                    .run("resolve", "-v", "--allow-private", "--no-lookup", "--retries=0", "--cacert=ca.pem", address);
            assertThat(ended.out()).contains(address);
            isHarmless("text", ended.out());
            isHarmless("text", ended.err());
        }
    }

    private static void isHarmless(String format, String output) {
        var steering = output.codePoints()
                .filter(c -> c != '\n' && !(c == '\r' && format.equals("csv")))
                .filter(c -> Character.getType(c) == Character.CONTROL || Character.getType(c) == Character.FORMAT)
                .mapToObj(Integer::toHexString)
                .toList();
        assertThat(steering).as(output).isEmpty();
        assertThat(output.lines())
                .noneMatch(line -> line.strip().startsWith("::error::INJECTED")
                        || line.strip().startsWith("##vso"));
    }
}
