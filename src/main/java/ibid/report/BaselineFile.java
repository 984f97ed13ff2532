package ibid.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import ibid.config.UsageException;
import ibid.finding.Baseline;
import ibid.finding.Baseline.Known;
import ibid.finding.RuleId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The known findings of a project as a JSON file, one object for each finding and document, sorted, to be kept in git. */
public final class BaselineFile {
    private static final String VERSION = "1";

    private BaselineFile() {}

    /**
     * Writes what the file holds.
     *
     * @param out belongs to the caller: it is flushed, not closed
     */
    public static void write(Baseline baseline, OutputStream out) throws IOException {
        JsonText.write(
                out,
                json -> json.object(() -> {
                    json.text("ibidBaseline", Optional.of(VERSION));
                    json.objects("known", baseline.inOrder().entrySet(), entry -> {
                        json.text("document", Optional.of(entry.getKey().document()));
                        json.text("rule", Optional.of(entry.getKey().rule().label()));
                        json.text("fingerprint", Optional.of(entry.getKey().fingerprint()));
                        json.number("places", entry.getValue());
                    });
                }));
    }

    /**
     * Reads the file.
     *
     * @throws UsageException where it cannot be read or is another kind of file
     */
    public static Baseline read(Path file) throws UsageException {
        try {
            var root = new ObjectMapper().readTree(Files.readAllBytes(file));
            if (!root.path("ibidBaseline").asText().equals(VERSION)) {
                throw new UsageException(
                        file + " holds no known findings of Ibid; name another --baseline, or write it anew with"
                                + " --update-baseline.");
            }
            Map<Known, Integer> places = new HashMap<>();
            root.path("known")
                    .forEach(entry -> RuleId.named(entry.path("rule").asText())
                            // A rule of another version is none of this one, and its findings cannot come.
                            .ifPresent(rule -> places.put(
                                    new Known(
                                            entry.path("document").asText(),
                                            rule,
                                            entry.path("fingerprint").asText()),
                                    entry.path("places").asInt())));
            return new Baseline(places);
        } catch (JsonProcessingException e) {
            throw new UsageException(
                    file + " is no JSON; name another --baseline, or write it anew with --update-baseline.");
        } catch (IOException e) {
            throw new UsageException(file + " cannot be read; name a readable file with --baseline.");
        }
    }
}
