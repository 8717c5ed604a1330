package io.verbatim.model;

import io.verbatim.article.Article;
import io.verbatim.article.Label;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A trained model: manifest, vocabulary and one or more networks. Immutable, lock-free and safe for threads. */
public final class Model {

    private final Manifest manifest;
    private final Vocabulary vocabulary;
    private final Map<String, Tensor> tensors;
    private final FeatureExtractor features;
    private final List<Network> networks;
    private final double temperature;

    private Model(Manifest manifest, Vocabulary vocabulary, Map<String, Tensor> tensors) {
        manifest.check();
        Architecture architecture = manifest.architecture();
        this.manifest = manifest;
        this.vocabulary = vocabulary;
        this.tensors = tensors;
        this.features = new FeatureExtractor(vocabulary);
        this.temperature = manifest.temperature();
        List<Network> members = new ArrayList<>();
        for (int i = 0; i < manifest.members(); i++) {
            members.add(new Network(architecture, vocabulary.size(), member(i)));
        }
        this.networks = List.copyOf(members);
    }

    /**
     * A model of trained networks.
     *
     * @param fields the manifest's fields beside those that this method sets: labels, architecture, members, buckets and
     *     temperature
     * @param temperature what the logits are divided by
     * @param members the arrays of each network
     */
    public static Model of(
            Map<String, Object> fields,
            Architecture architecture,
            Vocabulary vocabulary,
            double temperature,
            List<Map<String, Tensor>> members) {
        Map<String, Object> all = new LinkedHashMap<>(fields);
        all.put("labels", Label.all().stream().map(Label::id).toList());
        all.put("architecture", architecture.toMap());
        all.put("members", members.size());
        all.put("buckets", vocabulary.buckets());
        all.put("temperature", temperature);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (int i = 0; i < members.size(); i++) {
            String prefix = i + ".";
            members.get(i).forEach((name, tensor) -> tensors.put(prefix + name, tensor));
        }
        return new Model(new Manifest(all), vocabulary, tensors);
    }

    /**
     * Reads a model.
     *
     * @param name what to call it in messages
     * @throws ModelFormatException if it is too old, too new or corrupt
     * @throws IOException if the stream can't be read
     */
    public static Model read(String name, InputStream in) throws IOException {
        ModelFile file = ModelFile.read(name, in);
        try {
            Manifest manifest = new Manifest(file.manifest());
            return new Model(manifest, new Vocabulary(file.words(), manifest.buckets()), file.tensors());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new ModelFormatException.Corrupt(name, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Reads a model from a file.
     *
     * @throws ModelFormatException if it is too old, too new or corrupt
     * @throws IOException if the file can't be read
     */
    public static Model read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + ": a folder; name a model file in it");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(file.toString(), in);
        }
    }

    /**
     * This model with probabilities sharpened or softened (Guo et al. 2017, "On Calibration of Modern Neural Networks").
     *
     * @param temperature what the logits are divided by, above 0
     */
    public Model withTemperature(double temperature) {
        Map<String, Object> fields = new LinkedHashMap<>(manifest.fields());
        fields.put("temperature", temperature);
        return new Model(new Manifest(fields), vocabulary, tensors);
    }

    /** What the logits are divided by. */
    public double temperature() {
        return temperature;
    }

    /** The bytes of the model file; {@link #read} gives the same model back. */
    public byte[] toBytes() {
        return new ModelFile(manifest.fields(), vocabulary.words(), tensors).toBytes();
    }

    /** What the model says of itself. */
    public Manifest manifest() {
        return manifest;
    }

    /** The words it knows. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The number of its networks. */
    public int members() {
        return networks.size();
    }

    /** The shape of its networks. */
    public Architecture architecture() {
        return manifest.architecture();
    }

    /** The arrays of its network {@code i}, by the names of {@link Architecture}. */
    public Map<String, Tensor> member(int i) {
        String prefix = i + ".";
        Map<String, Tensor> own = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> {
            if (name.startsWith(prefix)) {
                own.put(name.substring(prefix.length()), tensor);
            }
        });
        return own;
    }

    /** The probabilities of the labels of an article's sentences: (sentences, labels). */
    public double[][] probabilities(Article article) {
        int sentences = article.paragraphs().stream()
                .mapToInt(paragraph -> paragraph.sentences().size())
                .sum();
        double[][] probabilities = new double[sentences][Label.all().size()];
        double weight = 1.0 / networks.size();
        List<Network.Reading> readings = new ArrayList<>(networks.size());
        for (Network network : networks) {
            readings.add(network.reading((logits, i) -> addSoftmax(logits, temperature, weight, probabilities[i])));
        }
        features.encode(article, sentence -> readings.forEach(reading -> reading.read(sentence)));
        readings.forEach(Network.Reading::end);
        return probabilities;
    }

    /**
     * What moved a sentence's log-odds of a label, by the mean of the networks' probabilities.
     *
     * @param position the sentence's place in the article, from 0
     * @throws IndexOutOfBoundsException if the article has no such sentence
     */
    public Attribution attribute(Article article, int position, Label label) {
        List<EncodedSentence> encoded = features.encode(article);
        Objects.checkIndex(position, encoded.size());
        return new Attributor(architecture(), networks, temperature).attribute(encoded, position, label);
    }

    private static void addSoftmax(float[] logits, double temperature, double weight, double[] sum) {
        double max = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            max = Math.max(max, logit);
        }
        double total = 0;
        double[] powers = new double[logits.length];
        for (int i = 0; i < logits.length; i++) {
            powers[i] = Math.exp((logits[i] - max) / temperature);
            total += powers[i];
        }
        for (int i = 0; i < logits.length; i++) {
            sum[i] += weight * powers[i] / total;
        }
    }
}
