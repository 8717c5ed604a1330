package io.verbatim.server;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Debian's Chromium without a window, with a profile of its own. */
final class Browser implements AutoCloseable {

    private static final File CHROMIUM = new File("/usr/bin/chromium");
    private static final File DRIVER = new File("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

    private final ChromeDriver driver;

    Browser(Path profile) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--user-data-dir=" + profile);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER)
                .usingAnyFreePort()
                .build();
        driver = new ChromeDriver(service, options);
        driver.manage().timeouts().scriptTimeout(PATIENCE);
    }

    static boolean isInstalled() {
        return CHROMIUM.canExecute() && DRIVER.canExecute();
    }

    ChromeDriver driver() {
        return driver;
    }

    /** Opens a page in a window so wide, in light or dark. */
    void open(LabelServer server, int width, boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
        driver.executeCdpCommand(
                "Browser.grantPermissions",
                Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
        driver.get("http://127.0.0.1:" + server.port() + "/");
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> findAll(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** What a script gives back. */
    Object run(String script, Object... arguments) {
        return Objects.requireNonNull(driver.executeScript(script, arguments), script);
    }

    long count(String selector) {
        return ((Number) run("return document.querySelectorAll(arguments[0]).length", selector)).longValue();
    }

    /** Puts a text into the page and labels it. */
    void label(String text) {
        run("document.getElementById('text').value = arguments[0]; return true", text);
        find("#label").click();
        await("return !document.getElementById('label').disabled"
                + " && document.getElementById('status').textContent.includes('labelled')");
    }

    /** Waits, frame by frame, until a script gives true. */
    void await(String script) {
        Object done = driver.executeAsyncScript(
                "const done = arguments[arguments.length - 1], end = performance.now() + 15000;"
                        + "const holds = () => { " + script + " };"
                        + "const look = () => holds() ? done(true) : performance.now() > end ? done(false)"
                        + " : requestAnimationFrame(look); look();");
        if (!Boolean.TRUE.equals(done)) {
            throw new AssertionError("not within 15 s: " + script);
        }
    }

    String clipboard() {
        return String.valueOf(
                driver.executeAsyncScript(
                        "const done = arguments[arguments.length - 1]; navigator.clipboard.readText().then(done, e => done('' + e));"));
    }

    /** The ids of the rules of accessibility that the page violates, with what violates them. */
    List<?> violations() throws IOException {
        try (InputStream axe = Browser.class.getResourceAsStream(AXE)) {
            driver.executeScript(new String(Objects.requireNonNull(axe, AXE).readAllBytes(), StandardCharsets.UTF_8));
        }
        return (List<?>)
                Objects.requireNonNull(
                        driver.executeAsyncScript(
                                "const done = arguments[arguments.length - 1];"
                                        + "axe.run().then(r => done(r.violations.map(v => v.id + ' ' + v.nodes.map(n => n.html + n.failureSummary))))"));
    }

    void screenshot(Path file) throws IOException {
        Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
