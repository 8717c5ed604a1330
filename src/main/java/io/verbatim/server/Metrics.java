package io.verbatim.server;

import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.verbatim.LabelledArticle;
import io.verbatim.LabelledSentence;
import io.verbatim.article.Label;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.IntSupplier;

/** Counts what the server does, for Prometheus. Safe for threads. */
final class Metrics {

    static final String MEDIA_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    /** The path of requests to no route, as a label. */
    static final String OTHER = "other";

    private static final double[] SECONDS = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30
    };
    private static final String ABSTAINED = "none";

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
    private final Counter requests = Counter.builder()
            .name("verbatim_requests_total")
            .help("Requests answered, by path and status.")
            .labelNames("path", "status")
            .withoutExemplars()
            .register(registry);
    private final Histogram seconds = Histogram.builder()
            .name("verbatim_request_seconds")
            .help("Time from a request's body to its answer, by path.")
            .labelNames("path")
            .classicOnly()
            .classicUpperBounds(SECONDS)
            .withoutExemplars()
            .register(registry);
    private final Counter sentences = Counter.builder()
            .name("verbatim_sentences_total")
            .help("Sentences labelled, by label.")
            .labelNames("label")
            .withoutExemplars()
            .register(registry);
    private final Counter articles = Counter.builder()
            .name("verbatim_articles_total")
            .help("Articles answered, by result.")
            .labelNames("result")
            .withoutExemplars()
            .register(registry);
    private final Counter rejected = Counter.builder()
            .name("verbatim_rejected_total")
            .help("Requests refused, by reason.")
            .labelNames("reason")
            .withoutExemplars()
            .register(registry);
    private final Counter cutOff = Counter.builder()
            .name("verbatim_connections_cut_off_total")
            .help("Connections closed since their client was too slow.")
            .withoutExemplars()
            .register(registry);
    private final Counter reloads = Counter.builder()
            .name("verbatim_reloads_total")
            .help("Reloads of the model, by result.")
            .labelNames("result")
            .withoutExemplars()
            .register(registry);
    private final CounterDataPoint labelledArticles = articles.labelValues("labelled");
    private final CounterDataPoint failedArticles = articles.labelValues("error");

    Metrics(IntSupplier queue, IntSupplier connections) {
        for (Label label : Label.all()) {
            sentences.initLabelValues(label.id());
        }
        sentences.initLabelValues(ABSTAINED);
        GaugeWithCallback.builder()
                .name("verbatim_queue")
                .help("Requests that wait to be labelled.")
                .callback(callback -> callback.call(queue.getAsInt()))
                .register(registry);
        GaugeWithCallback.builder()
                .name("verbatim_connections")
                .help("Open connections.")
                .callback(callback -> callback.call(connections.getAsInt()))
                .register(registry);
    }

    void answered(String path, int status) {
        requests.labelValues(path, String.valueOf(status)).inc();
    }

    void took(String path, double time) {
        seconds.labelValues(path).observe(time);
    }

    void labelled(LabelledArticle article) {
        labelledArticles.inc();
        int[] counts = new int[Label.all().size() + 1];
        for (LabelledSentence sentence : article.sentences()) {
            counts[sentence.label().map(Label::ordinal).orElse(counts.length - 1)]++;
        }
        for (Label label : Label.all()) {
            sentences.labelValues(label.id()).inc(counts[label.ordinal()]);
        }
        sentences.labelValues(ABSTAINED).inc(counts[counts.length - 1]);
    }

    void articleFailed() {
        failedArticles.inc();
    }

    void rejected(String reason) {
        rejected.labelValues(reason).inc();
    }

    void cutOff() {
        cutOff.inc();
    }

    void reloaded(boolean done) {
        reloads.labelValues(done ? "done" : "refused").inc();
    }

    /** All metrics in Prometheus' text format. */
    byte[] toText() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writer.write(out, registry.scrape());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
