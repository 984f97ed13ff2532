package ibid.config;

import java.util.List;

/**
 * What a configuration says of single hosts and documents, and no option can; of several that fit, the first counts.
 *
 * @param hosts how they are asked
 * @param documents how they are judged
 */
public record Tables(List<Settings.Host> hosts, List<DocumentTable> documents) {
    public static final Tables NONE = new Tables(List.of(), List.of());

    public Tables {
        hosts = List.copyOf(hosts);
        documents = List.copyOf(documents);
    }
}
