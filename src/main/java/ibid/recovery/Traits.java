package ibid.recovery;

import java.util.EnumMap;
import java.util.Map;

/** How much there is of each trait: 0 for none, 1 for all of it. */
final class Traits {
    private final Map<Trait, Double> amounts = new EnumMap<>(Trait.class);

    /** The same, to be added to. */
    Traits copy() {
        var copy = new Traits();
        copy.amounts.putAll(amounts);
        return copy;
    }

    void set(Trait trait, double amount) {
        amounts.put(trait, amount);
    }

    void set(Trait trait, boolean holds) {
        set(trait, holds ? 1 : 0);
    }

    double of(Trait trait) {
        return amounts.getOrDefault(trait, 0.0);
    }

    boolean has(Trait trait) {
        return of(trait) > 0;
    }

    @Override
    public String toString() {
        return amounts.toString();
    }
}
