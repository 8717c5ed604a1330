package io.verbatim.evaluation;

import java.util.List;
import java.util.Locale;

/** A plot of shares against shares as inline SVG, coloured by the page's style sheet. */
final class Plot {

    private static final int WIDTH = 340;
    private static final int HEIGHT = 270;
    private static final int LEFT = 44;
    private static final int RIGHT = 10;
    private static final int TOP = 10;
    private static final int BOTTOM = 40;

    private final double lowX;
    private final double lowY;
    private final StringBuilder marks = new StringBuilder();
    private final String frame;

    /**
     * An empty plot.
     *
     * @param title what it shows, for those who can't see it
     * @param x what the horizontal axis tells
     * @param y what the vertical axis tells
     * @param lowX where the horizontal axis begins; it ends at 1
     * @param lowY where the vertical axis begins; it ends at 1
     */
    Plot(String title, String x, String y, double lowX, double lowY) {
        this.lowX = lowX;
        this.lowY = lowY;
        StringBuilder out = new StringBuilder();
        out.append(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
                WIDTH,
                HEIGHT,
                Html.escape(title)));
        for (int i = 0; i <= 5; i++) {
            double atX = lowX + (1 - lowX) * i / 5;
            double atY = lowY + (1 - lowY) * i / 5;
            out.append(line("grid", x(atX), y(lowY), x(atX), y(1)));
            out.append(line("grid", x(lowX), y(atY), x(1), y(atY)));
            out.append(text("middle", x(atX), HEIGHT - BOTTOM + 14, tick(atX)));
            out.append(text("end", LEFT - 6, y(atY) + 4, tick(atY)));
        }
        out.append(text("middle", (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 8, Html.escape(x)));
        out.append(String.format(
                Locale.ROOT,
                "<text text-anchor=\"middle\" transform=\"translate(11 %.1f) rotate(-90)\">%s</text>",
                (TOP + HEIGHT - BOTTOM) / 2.0,
                Html.escape(y)));
        this.frame = out.toString();
    }

    /** A line through points (x, y). */
    void line(String style, List<double[]> points) {
        StringBuilder path = new StringBuilder();
        for (double[] point : points) {
            path.append(String.format(Locale.ROOT, "%s%.1f,%.1f", path.isEmpty() ? "" : " ", x(point[0]), y(point[1])));
        }
        marks.append("<polyline class=\"")
                .append(style)
                .append("\" points=\"")
                .append(path)
                .append("\"/>");
    }

    /** A bar from the horizontal axis up to a height. */
    void bar(double fromX, double toX, double height, String style, String hint) {
        marks.append(String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>%s</title></rect>",
                style,
                x(fromX) + 0.5,
                y(height),
                x(toX) - x(fromX) - 1,
                y(lowY) - y(height),
                Html.escape(hint)));
    }

    @Override
    public String toString() {
        return frame + marks + "</svg>";
    }

    private double x(double value) {
        return LEFT + (value - lowX) / (1 - lowX) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - (value - lowY) / (1 - lowY) * (HEIGHT - TOP - BOTTOM);
    }

    private static String line(String style, double x1, double y1, double x2, double y2) {
        return String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
                style,
                x1,
                y1,
                x2,
                y2);
    }

    private static String text(String anchor, double x, double y, String text) {
        return String.format(
                Locale.ROOT, "<text text-anchor=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>", anchor, x, y, text);
    }

    private static String tick(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replaceAll("0$", "");
    }
}
