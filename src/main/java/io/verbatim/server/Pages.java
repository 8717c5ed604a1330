package io.verbatim.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The page, its script, style, icon and example, and the description of the API. */
final class Pages {

    private static final List<Page> ALL = List.of(
            new Page("/", "index.html", "text/html; charset=utf-8"),
            new Page("/page.js", "page.js", "text/javascript; charset=utf-8"),
            new Page("/page.css", "page.css", "text/css; charset=utf-8"),
            new Page("/icon.svg", "icon.svg", "image/svg+xml"),
            new Page("/example.txt", "example.txt", "text/plain; charset=utf-8"),
            new Page("/openapi.yaml", "openapi.yaml", "application/yaml"));

    private Pages() {}

    /** The paths of the pages. */
    static List<String> paths() {
        return ALL.stream().map(Page::path).toList();
    }

    /** Adds the pages to the routes. */
    static void addTo(RoutesConfig routes) {
        for (Page page : ALL) {
            byte[] bytes = read(page.resource());
            routes.get(page.path(), context -> show(context, page.type(), bytes));
        }
    }

    private static void show(Context context, String type, byte[] bytes) {
        context.contentType(type).header("Cache-Control", "no-cache").result(bytes);
    }

    private static byte[] read(String resource) {
        try (InputStream in = Pages.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the jar holds no " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Page(String path, String resource, String type) {}
}
