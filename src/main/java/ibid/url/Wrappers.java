package ibid.url;

import ibid.url.WrapperRule.Part;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Takes an address out of those that carry it: mail filters, search engines, social networks, caches.
 *
 * <p>Nothing is asked: what cannot be read from the text alone stays as it is.
 */
public final class Wrappers {
    /** More layers than these are no reader's doing. */
    private static final int MOST_LAYERS = 5;

    private static final HostTable<WrapperRule> RULES = rules();

    private Wrappers() {}

    private record Layer(String name, InnerAddress inner) {}

    /** The address inside, however many layers up to five are around it; empty where it carries none that is complete. */
    public static Optional<Wrapped> unwrap(Url url) {
        var names = new ArrayList<String>();
        var completed = false;
        var inner = url;
        var layer = outermost(inner);
        while (layer.isPresent() && names.size() < MOST_LAYERS) {
            names.add(layer.get().name());
            completed = layer.get().inner().completed();
            inner = layer.get().inner().url();
            layer = outermost(inner);
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(new Wrapped(names, inner, completed, layer.isEmpty()));
    }

    /** The name of the service whose own server alone knows what the address leads to. */
    public static Optional<String> opaque(Url url) {
        return RULES.of(url.host()).stream()
                .filter(rule -> rule.part() == Part.TOKEN && rule.isAbout(url))
                .map(WrapperRule::name)
                .findFirst();
    }

    private static Optional<Layer> outermost(Url url) {
        return RULES.of(url.host()).stream()
                .filter(rule -> rule.isAbout(url))
                .flatMap(rule -> rule.inner(url).stream().map(inner -> new Layer(rule.name(), inner)))
                .findFirst();
    }

    private static HostTable<WrapperRule> rules() {
        var rules = new HostTable<WrapperRule>();
        for (var row : TableRows.of("wrappers.tsv")) {
            row.words("hosts").forEach(host -> rules.add(host, WrapperRule.of(row)));
        }
        return rules;
    }
}
