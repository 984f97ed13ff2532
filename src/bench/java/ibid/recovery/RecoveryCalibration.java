package ibid.recovery;

import ibid.recovery.RecoveryBenchmark.Hosts;
import ibid.recovery.TruncatedRecovery.Search;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Fits the weights of the traits to articles whose addresses are known, and shows how far the probabilities can be believed.
 *
 * <p>Half of the searches have the true address among what the archive knows, and half have not. Weights are fitted on one half of
 * the hosts; the reliability table is that of the other, whose pages the fit has never seen. Arguments: the table of articles;
 * decoys; articles for each dialect; rounds, after each of which the searches are made anew with the new weights.
 */
public final class RecoveryCalibration {
    private static final int MOST_CONTENDERS = 30;
    private static final int STEPS = 400;
    /** Keeps a trait near the weight it had: one that never errs here will err elsewhere, and some are not met here at all. */
    private static final double REGULARISATION = 2e-3;

    private RecoveryCalibration() {}

    /** One search: the traits of its contenders, behind those of "none", and which of them is meant. */
    private record Sample(List<double[]> options, int truth) {}

    public static void main(String[] arguments) throws IOException {
        var articles = Article.read(Path.of(arguments[0]));
        var decoys = Integer.parseInt(arguments[1]);
        var most = Integer.parseInt(arguments[2]);
        var rounds = Integer.parseInt(arguments[3]);
        var weights = amounts(Weights.load());
        for (var round = 0; round < rounds; round++) {
            var samples = samples(new RecoveryBenchmark(articles, decoys, most, Hosts.EVEN, weights(weights)));
            weights = fitted(samples, amounts(Weights.load()));
            System.out.printf(
                    Locale.ROOT,
                    "round %d: %d searches, log loss %.4f%n",
                    round + 1,
                    samples.size(),
                    loss(samples, weights));
        }
        print(weights);
        for (var hosts : List.of(Hosts.EVEN, Hosts.ODD)) {
            System.out.println("reliability, " + hosts.name().toLowerCase(Locale.ROOT) + " hosts");
            reliability(samples(new RecoveryBenchmark(articles, decoys, most, hosts, weights(weights))), weights);
        }
    }

    private static List<Sample> samples(RecoveryBenchmark benchmark) {
        var samples = new ArrayList<Sample>();
        for (var dialect : benchmark.dialectNames()) {
            benchmark.measured(dialect, (search, truth) -> samples.add(sample(search, truth)));
        }
        return samples;
    }

    private static Sample sample(Search search, String truth) {
        var options = new ArrayList<double[]>();
        options.add(amounts(search.contest().none()));
        var index = 0;
        for (var judged : search.judgedOnes()) {
            var isTruth = judged.contender().url().text().equals(truth);
            if (isTruth) {
                index = options.size();
            }
            if (isTruth || options.size() <= MOST_CONTENDERS) {
                options.add(amounts(judged.traits()));
            }
        }
        return new Sample(options, index);
    }

    private static double[] probabilities(Sample sample, double[] weights) {
        var scores = sample.options().stream()
                .mapToDouble(traits -> score(traits, weights))
                .toArray();
        var most = Arrays.stream(scores).max().orElse(0);
        var sum = 0.0;
        for (var i = 0; i < scores.length; i++) {
            scores[i] = Math.exp(scores[i] - most);
            sum += scores[i];
        }
        for (var i = 0; i < scores.length; i++) {
            scores[i] /= sum;
        }
        return scores;
    }

    /** Adam on the log likelihood. */
    private static double[] fitted(List<Sample> samples, double[] prior) {
        var values = prior.clone();
        var mean = new double[values.length];
        var square = new double[values.length];
        for (var step = 1; step <= STEPS; step++) {
            var gradient = gradient(samples, values);
            for (var i = 0; i < values.length; i++) {
                var g = gradient[i] - REGULARISATION * (values[i] - prior[i]);
                mean[i] = 0.9 * mean[i] + 0.1 * g;
                square[i] = 0.999 * square[i] + 0.001 * g * g;
                values[i] += 0.1
                        * (mean[i] / (1 - Math.pow(0.9, step)))
                        / (Math.sqrt(square[i] / (1 - Math.pow(0.999, step))) + 1e-8);
                // What speaks for an address in the world does not speak against it for a quirk of the simulation.
                values[i] = prior[i] > 0 ? Math.max(values[i], prior[i] / 4) : Math.min(values[i], prior[i] / 4);
            }
        }
        return values;
    }

    private static double[] gradient(List<Sample> samples, double[] weights) {
        var gradient = new double[weights.length];
        for (var sample : samples) {
            var probabilities = probabilities(sample, weights);
            for (var option = 0; option < probabilities.length; option++) {
                var error = (option == sample.truth() ? 1 : 0) - probabilities[option];
                var traits = sample.options().get(option);
                for (var i = 0; i < gradient.length; i++) {
                    gradient[i] += error * traits[i] / samples.size();
                }
            }
        }
        return gradient;
    }

    private static double loss(List<Sample> samples, double[] weights) {
        return samples.stream()
                .mapToDouble(sample -> -Math.log(Math.max(1e-12, probabilities(sample, weights)[sample.truth()])))
                .average()
                .orElse(0);
    }

    private static void print(double[] weights) {
        for (var trait : Trait.values()) {
            System.out.printf(Locale.ROOT, "%s\t%.2f%n", trait.label(), weights[trait.ordinal()]);
        }
    }

    private static double[] amounts(Traits traits) {
        return Arrays.stream(Trait.values()).mapToDouble(traits::of).toArray();
    }

    private static double[] amounts(Weights weights) {
        return Arrays.stream(Trait.values()).mapToDouble(weights::of).toArray();
    }

    private static Weights weights(double[] values) {
        Map<Trait, Double> weights = new EnumMap<>(Trait.class);
        for (var trait : Trait.values()) {
            weights.put(trait, values[trait.ordinal()]);
        }
        return Weights.of(weights);
    }

    private static double score(double[] traits, double[] weights) {
        var score = 0.0;
        for (var i = 0; i < weights.length; i++) {
            score += weights[i] * traits[i];
        }
        return score;
    }

    /** Of the contenders that were given a probability, how many were meant. */
    private static void reliability(List<Sample> samples, double[] weights) {
        double[] borders = {0, 0.01, 0.05, 0.2, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.998, 0.999, 0.9995, 1.01};
        System.out.printf(Locale.ROOT, "%16s %8s %9s %9s%n", "probability", "count", "mean", "meant");
        for (var b = 0; b + 1 < borders.length; b++) {
            var count = 0;
            var meant = 0;
            var sum = 0.0;
            for (var sample : samples) {
                var probabilities = probabilities(sample, weights);
                for (var option = 1; option < probabilities.length; option++) {
                    var p = probabilities[option];
                    if (p >= borders[b] && p < borders[b + 1]) {
                        count++;
                        sum += p;
                        meant += option == sample.truth() ? 1 : 0;
                    }
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "%7.4f - %6.4f %8d %9.4f %9.4f%n",
                    borders[b],
                    Math.min(1, borders[b + 1]),
                    count,
                    count == 0 ? 0 : sum / count,
                    count == 0 ? 0 : (double) meant / count);
        }
    }
}
