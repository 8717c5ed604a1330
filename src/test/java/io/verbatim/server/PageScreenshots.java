package io.verbatim.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pictures of the page, to be looked at: {@code mvn test -Dtest=PageScreenshots -Dgroups=screenshots -DexcludedGroups=
 * -Dverbatim.model=FILE}; they lie in {@code target/screenshots}.
 */
@Tag("screenshots")
class PageScreenshots {

    @TempDir
    private Path profile;

    @Test
    void of_both_widths_in_light_and_dark() throws IOException {
        Path out = Files.createDirectories(Path.of("target", "screenshots"));
        Path model = Path.of(System.getProperty("verbatim.model", "models/news.verbatim"));
        try (LabelServer server = LabelServer.start(Servers.options(), ModelSource.file(model), line -> {});
                Browser browser = new Browser(profile)) {
            for (int width : new int[] {390, 1280}) {
                for (boolean dark : new boolean[] {false, true}) {
                    String name = width + (dark ? "-dark" : "-light");
                    browser.open(server, width, dark);
                    browser.screenshot(out.resolve(name + "-empty.png"));
                    browser.find("#example").click();
                    browser.await("return document.querySelectorAll('.s').length > 10");
                    browser.run("document.getElementById('result').scrollIntoView(); return true");
                    browser.screenshot(out.resolve(name + "-result.png"));
                    browser.run("document.getElementById('s5').click(); return true");
                    browser.screenshot(out.resolve(name + "-details.png"));
                    browser.find("#why").click();
                    browser.await("return !document.getElementById('reasons').hidden");
                    browser.screenshot(out.resolve(name + "-why.png"));
                }
            }
        }
    }
}
