package io.verbatim.model;

import io.verbatim.article.Label;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Attributes the log-odds of a label to what a sentence holds.
 *
 * <p>The maxima of the convolutions are sums over the words of one window each, none of which the blank sentence has, and
 * so divide among these words exactly. What a rectifier lets through is divided in proportion to what changed its input
 * (the rescale rule of DeepLIFT; Shrikumar, Greenside and Kundaje 2017, "Learning Important Features Through Propagating
 * Activation Differences"). The last step, from the logits of all networks to log-odds, is smooth and is integrated along
 * the straight line between the two (integrated gradients; Sundararajan, Taly and Yan 2017, "Axiomatic Attribution for
 * Deep Networks"). So nothing is lost on the way. In double precision. Immutable and safe for threads.
 */
final class Attributor {

    private static final int LABELS = Label.all().size();
    /** Steps of the integral; its integrand is smooth, the middle of each step and Simpson's rule give 1e-8. */
    private static final int STEPS = 2000;

    private final List<Member> members;
    private final double temperature;

    Attributor(Architecture architecture, List<Network> networks, double temperature) {
        this.members = networks.stream().map(n -> new Member(architecture, n)).toList();
        this.temperature = temperature;
    }

    /** What moved the label's log-odds of the sentence at {@code position} of an article. */
    Attribution attribute(List<EncodedSentence> article, int position, Label label) {
        List<Member.Paths> paths =
                members.stream().map(m -> m.paths(article, position)).toList();
        double[][] from = paths.stream().map(p -> p.blankLogits).toArray(double[][]::new);
        double[][] to = paths.stream().map(p -> p.logits).toArray(double[][]::new);
        double[][] slopes = meanGradient(from, to, label.ordinal());
        EncodedSentence sentence = article.get(position);
        double[] words = new double[sentence.words().length];
        double[] features = new double[FeatureExtractor.DENSE];
        double neighbours = 0;
        for (int m = 0; m < paths.size(); m++) {
            neighbours += paths.get(m).divide(slopes[m], words, features);
        }
        return new Attribution(
                logOdds(to, label.ordinal()), logOdds(from, label.ordinal()), words, features, neighbours);
    }

    /** The logarithm of p / (1 - p), where p is the mean of the networks' probabilities. */
    private double logOdds(double[][] logits, int label) {
        double own = 0;
        double rest = 0;
        for (double[] each : logits) {
            double[] p = softmax(each);
            for (int i = 0; i < LABELS; i++) {
                if (i == label) {
                    own += p[i];
                } else {
                    rest += p[i];
                }
            }
        }
        return Math.log(own) - Math.log(rest);
    }

    /** The gradient of the log-odds by the logits of each network, averaged along a line by Simpson's rule. */
    private double[][] meanGradient(double[][] from, double[][] to, int label) {
        double[][] mean = new double[from.length][LABELS];
        double[][] at = new double[from.length][LABELS];
        for (int step = 0; step <= STEPS; step++) {
            double share = (double) step / STEPS;
            double weight = (step == 0 || step == STEPS ? 1 : step % 2 == 1 ? 4 : 2) / (3.0 * STEPS);
            for (int m = 0; m < from.length; m++) {
                for (int i = 0; i < LABELS; i++) {
                    at[m][i] = from[m][i] + share * (to[m][i] - from[m][i]);
                }
            }
            addGradient(at, label, weight, mean);
        }
        return mean;
    }

    private void addGradient(double[][] logits, int label, double weight, double[][] sum) {
        double own = 0;
        double rest = 0;
        double[][] probabilities = new double[logits.length][];
        for (int m = 0; m < logits.length; m++) {
            double[] p = softmax(logits[m]);
            probabilities[m] = p;
            own += p[label];
            for (int i = 0; i < LABELS; i++) {
                rest += i == label ? 0 : p[i];
            }
        }
        for (int m = 0; m < logits.length; m++) {
            double[] p = probabilities[m];
            double restOfMember = 0;
            for (int i = 0; i < LABELS; i++) {
                restOfMember += i == label ? 0 : p[i];
            }
            // d log(own) - d log(rest), where own and rest of a member sum to 1.
            double outer = p[label] * (1 / own + 1 / rest);
            for (int i = 0; i < LABELS; i++) {
                sum[m][i] += weight * outer * (i == label ? restOfMember : -p[i]) / temperature;
            }
        }
    }

    private double[] softmax(double[] logits) {
        double max = Arrays.stream(logits).max().orElseThrow();
        double[] powers = new double[logits.length];
        double total = 0;
        for (int i = 0; i < powers.length; i++) {
            powers[i] = Math.exp((logits[i] - max) / temperature);
            total += powers[i];
        }
        for (int i = 0; i < powers.length; i++) {
            powers[i] /= total;
        }
        return powers;
    }

    /** One network. */
    private static final class Member {
        private final Network network;
        private final int radius;

        Member(Architecture architecture, Network network) {
            this.network = network;
            this.radius = architecture.radius();
        }

        /** What leads to the logits of a sentence, and to those of a blank one that stands alone. */
        Paths paths(List<EncodedSentence> article, int position) {
            List<EncodedSentence> around = new ArrayList<>();
            for (int i = position - radius; i <= position + radius; i++) {
                around.add(i >= 0 && i < article.size() ? article.get(i) : EncodedSentence.nothing());
            }
            return new Paths(around);
        }

        private final class Paths {
            private final EncodedSentence own;
            private final Dense sentence = network.sentenceLayer();
            private final Dense context = network.contextLayer();
            private final Dense output = network.outputLayer();
            private final Convolution.Parts parts;
            /** The sentence's vector before its rectifier, and what the rectifier lets through of a change. */
            private final double[] sum;

            private final double[] vectorSlope;
            private final double[] contextSlope;
            private final double[] neighbourSums;

            private final double[] logits;
            private final double[] blankLogits;

            Paths(List<EncodedSentence> around) {
                own = around.get(radius);
                parts = network.parts(own);
                sum = sentence.apply(inputs(own, parts));
                double[] blankSum = sentence.bias();
                vectorSlope = slope(blankSum, sum);
                double[] nothing = rectified(
                        sentence.apply(inputs(EncodedSentence.nothing(), network.parts(EncodedSentence.nothing()))));
                double[] contextSum = context.bias();
                double[] blankContextSum = context.bias();
                neighbourSums = new double[contextSum.length];
                double[] vector = rectified(sum);
                double[] blank = rectified(blankSum);
                int size = vector.length;
                for (int j = 0; j <= 2 * radius; j++) {
                    if (j == radius) {
                        context.add(vector, j * size, contextSum);
                        context.add(blank, j * size, blankContextSum);
                    } else {
                        EncodedSentence other = around.get(j);
                        double[] change = rectified(sentence.apply(inputs(other, network.parts(other))));
                        context.add(change, j * size, contextSum);
                        context.add(nothing, j * size, blankContextSum);
                        for (int i = 0; i < size; i++) {
                            change[i] -= nothing[i];
                        }
                        context.add(change, j * size, neighbourSums);
                    }
                }
                contextSlope = slope(blankContextSum, contextSum);
                logits = logits(vector, contextSum);
                blankLogits = logits(blank, blankContextSum);
            }

            private double[] logits(double[] vector, double[] contextSum) {
                double[] result = output.bias();
                output.add(vector, 0, result);
                output.add(rectified(contextSum), vector.length, result);
                return result;
            }

            /** Adds to each word and feature its part of a change of the logits; returns the neighbours' part. */
            double divide(double[] slopes, double[] words, double[] features) {
                double[] byContext = output.back(slopes, sum.length, contextSlope.length);
                double neighbours = 0;
                for (int i = 0; i < byContext.length; i++) {
                    byContext[i] *= contextSlope[i];
                    neighbours += byContext[i] * neighbourSums[i];
                }
                double[] byVector = output.back(slopes, 0, sum.length);
                double[] through = context.back(byContext, radius * sum.length, sum.length);
                for (int i = 0; i < byVector.length; i++) {
                    byVector[i] = (byVector[i] + through[i]) * vectorSlope[i];
                }
                int pooled = parts.maxima().length;
                parts.divide(sentence.back(byVector, 0, pooled), words);
                double[] byFeature = sentence.back(byVector, pooled, FeatureExtractor.DENSE);
                for (int i = 0; i < features.length; i++) {
                    features[i] += byFeature[i] * own.dense()[i];
                }
                return neighbours;
            }

            private static double[] inputs(EncodedSentence encoded, Convolution.Parts parts) {
                double[] maxima = parts.maxima();
                double[] inputs = Arrays.copyOf(maxima, maxima.length + FeatureExtractor.DENSE);
                for (int i = 0; i < FeatureExtractor.DENSE; i++) {
                    inputs[maxima.length + i] = encoded.dense()[i];
                }
                return inputs;
            }
        }

        /** By how much a rectifier's output changes with its input, on average between two inputs. */
        private static double[] slope(double[] from, double[] to) {
            double[] slope = new double[from.length];
            for (int i = 0; i < slope.length; i++) {
                double change = to[i] - from[i];
                slope[i] = change == 0 ? (to[i] > 0 ? 1 : 0) : (Math.max(0, to[i]) - Math.max(0, from[i])) / change;
            }
            return slope;
        }

        private static double[] rectified(double[] values) {
            return Arrays.stream(values).map(v -> Math.max(0, v)).toArray();
        }
    }
}
