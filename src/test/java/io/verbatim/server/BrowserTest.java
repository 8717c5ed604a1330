package io.verbatim.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import io.verbatim.Explanation;
import io.verbatim.QuoteClassifier;
import io.verbatim.model.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The page in Chromium; skipped where it isn't installed. */
@Tag("browser")
@Timeout(60)
class BrowserTest {

    private static final String ARTICLE = """
            The board met on Monday. "We are ready," said Ada Brandt. She said the boat was sold.

            Rain fell all day. “It will pass,” he said. Nobody asked why.
            """;
    private static final int SENTENCES = 6;
    private static final int WIDE = 1280;
    private static final int NARROW = 390;
    private static final int MAX_BODY = 400_000;

    @TempDir
    private static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static LabelServer server;

    @SuppressWarnings("NullAway.Init")
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        Assumptions.assumeTrue(Browser.isInstalled(), "no chromium and chromium-driver installed");
        server = LabelServer.start(
                Servers.options().limitedTo(MAX_BODY, 2, 16, 0), () -> QuoteClassifier.of(Models.small(1)), line -> {});
        browser = new Browser(directory.resolve("profile"));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    void should_label_a_pasted_article_as_the_api_does() throws Exception {
        browser.open(server, WIDE, false);
        browser.label(ARTICLE);
        List<String> shown = browser.findAll(".s").stream()
                .map(node -> node.getAttribute("aria-label"))
                .toList();
        Map<String, Object> answer =
                JSON.std.mapFrom(Servers.post(server, "text/plain", ARTICLE).body());
        List<?> sentences = (List<?>) Objects.requireNonNull(answer.get("sentences"));
        assertThat(shown).hasSize(SENTENCES).hasSameSizeAs(sentences);
        for (int i = 0; i < SENTENCES; i++) {
            Map<?, ?> sentence = (Map<?, ?>) sentences.get(i);
            assertThat(shown.get(i))
                    .startsWithIgnoringCase(String.valueOf(sentence.get("label")))
                    .endsWith(": " + sentence.get("text"));
        }
        assertThat(browser.find("#status").getText()).isEqualTo("6 sentences labelled.");
        assertThat(browser.count(".article [role=group]")).isEqualTo(2);
        assertThat(browser.findAll(".s mark").stream().map(WebElement::getText))
                .contains("We are ready,", "It will pass,");
    }

    @Test
    void should_count_and_filter_by_label() {
        browser.open(server, WIDE, false);
        browser.label(ARTICLE);
        for (String label : List.of("direct", "paraphrase", "narrative")) {
            long count = browser.count(".s." + label);
            assertThat(browser.find("#count-" + label).getText()).isEqualTo(String.valueOf(count));
            browser.find(".filter input[value=" + label + "]").click();
            assertThat(browser.findAll(".s." + label)).noneMatch(WebElement::isDisplayed);
        }
        assertThat(browser.findAll(".s, .article [role=group]")).noneMatch(WebElement::isDisplayed);
        browser.findAll(".filter input").forEach(WebElement::click);
        browser.find(".filter input[value=none]").click();
        assertThat(browser.findAll(".s")).allMatch(WebElement::isDisplayed);
    }

    @Test
    void should_abstain_as_the_slider_says() {
        browser.open(server, WIDE, false);
        browser.label(ARTICLE);
        slide(100);
        browser.await("return document.querySelectorAll('.s.none').length == 6");
        assertThat(browser.find("#threshold").getText()).isEqualTo("100 %");
        assertThat(browser.find("#count-none").getText()).isEqualTo("6");
        slide(0);
        browser.await("return document.querySelectorAll('.s.none').length == 0");
    }

    @Test
    void should_show_probabilities_and_quotations_at_a_click() {
        browser.open(server, NARROW, false);
        browser.label(ARTICLE);
        tap("#s1");
        assertThat(browser.find("#s1").getAttribute("aria-selected")).isEqualTo("true");
        assertThat(browser.findAll("#bars dt").stream().map(WebElement::getText))
                .containsExactly("Direct quote", "Paraphrase", "Narrative");
        assertThat(browser.find("#spans").getText()).isEqualTo("We are ready,");
        assertThat(browser.find("#place").getText()).isEqualTo("Paragraph 1, sentence 2, characters 25 to 57");
        browser.find("#close").click();
        assertThat(browser.find("#detail").isDisplayed()).isFalse();
    }

    @Test
    void should_show_probabilities_under_the_pointer() {
        browser.open(server, WIDE, false);
        browser.label(ARTICLE);
        new Actions(browser.driver()).moveToElement(browser.find("#s2")).perform();
        browser.await("return document.getElementById('place').textContent.includes('sentence 3')");
        assertThat(browser.count(".s[aria-selected=true]")).isZero();
    }

    @Test
    void should_say_why_and_go_back() {
        browser.open(server, WIDE, false);
        browser.label(ARTICLE);
        tap("#s2");
        browser.find("#why").click();
        browser.await("return !document.getElementById('reasons').hidden");
        QuoteClassifier classifier = QuoteClassifier.of(Models.small(1));
        Explanation explanation = classifier.explain(classifier.label(ARTICLE), 2);
        assertThat(browser.find("#reasons-title").getText().toLowerCase(Locale.ROOT))
                .contains(explanation.label().id());
        assertThat(browser.find("#spoken").getText()).isEqualTo("She said the boat was sold.");
        assertThat(browser.count("#moved dt")).isEqualTo(8);
        Explanation.Word strongest = explanation.strongestWords(1).get(0);
        assertThat(browser.find("#spoken .strong").getAttribute("class"))
                .startsWith(strongest.contribution() > 0 ? "for" : "against");
        assertThat(browser.findAll("#spoken .strong").stream().map(WebElement::getText))
                .contains(strongest.text());
        browser.find("#why").click();
        assertThat(browser.find("#reasons").isDisplayed()).isFalse();
        browser.find("#why").click();
        browser.await("return !document.getElementById('reasons').hidden");
        tap("#s0");
        assertThat(browser.find("#reasons").isDisplayed())
                .as("another sentence has other reasons")
                .isFalse();
    }

    @Test
    void should_copy_json_and_csv_with_the_labels_shown() throws IOException {
        browser.open(server, WIDE, false);
        browser.label(ARTICLE);
        slide(100);
        browser.await("return document.querySelectorAll('.s.none').length == 6");
        browser.find("#copy-json").click();
        browser.await("return document.getElementById('status').textContent == 'JSON copied.'");
        List<?> sentences = (List<?>) JSON.std.mapFrom(browser.clipboard()).get("sentences");
        assertThat(sentences).hasSize(SENTENCES).allMatch(s -> ((Map<?, ?>) s).get("label") == null);
        browser.find("#copy-csv").click();
        browser.await("return document.getElementById('status').textContent == 'CSV copied.'");
        assertThat(browser.clipboard().lines())
                .hasSize(SENTENCES + 1)
                .startsWith("article,paragraph,sentence,text,label,p_direct,p_paraphrase,p_narrative")
                .element(2)
                .asString()
                .startsWith(",0,1,\"\"\"We are ready,\"\" said Ada Brandt.\",,0.");
    }

    @Test
    void should_say_that_a_text_is_too_large() {
        browser.open(server, WIDE, false);
        browser.run(
                "document.getElementById('text').value = 'word '.repeat(arguments[0] / 5 + 1); return true", MAX_BODY);
        browser.find("#label").click();
        browser.await("return document.getElementById('error').textContent != ''");
        assertThat(browser.find("#error").getText()).contains("more than " + MAX_BODY + " bytes");
        assertThat(browser.find("#result").isDisplayed()).isFalse();
    }

    @Test
    void should_open_a_text_file() throws IOException {
        Path file = Files.writeString(directory.resolve("article.txt"), ARTICLE);
        browser.open(server, WIDE, false);
        browser.find("#file").sendKeys(file.toString());
        browser.await("return document.querySelectorAll('.s').length == 6");
    }

    @Test
    void should_need_a_keyboard_only() {
        browser.open(server, WIDE, false);
        WebElement text = browser.find("#text");
        text.sendKeys("He left. She stayed. “I stay,” she said.");
        text.sendKeys(Keys.chord(Keys.CONTROL, Keys.ENTER));
        browser.await("return document.querySelectorAll('.s').length == 3");
        for (int i = 0; i < 30 && !"labelled".equals(focused().getAttribute("id")); i++) {
            press(Keys.TAB);
        }
        WebElement list = focused();
        assertThat(list.getAttribute("id")).isEqualTo("labelled");
        list.sendKeys(Keys.ARROW_DOWN, Keys.ARROW_DOWN);
        assertThat(list.getAttribute("aria-activedescendant")).isEqualTo("s1");
        list.sendKeys(Keys.END);
        assertThat(list.getAttribute("aria-activedescendant")).isEqualTo("s2");
        assertThat(browser.find("#spans").getText()).isEqualTo("I stay,");
        list.sendKeys(Keys.ESCAPE);
        assertThat(browser.find("#detail").isDisplayed()).isFalse();
        list.sendKeys(Keys.chord(Keys.SHIFT, Keys.TAB));
        assertThat(focused().getAttribute("id")).isEqualTo("copy-csv");
        focused().sendKeys(Keys.ENTER);
        browser.await("return document.getElementById('status').textContent == 'CSV copied.'");
    }

    @Test
    void should_show_html_and_direction_marks_as_text() {
        String nasty = "<script>window.hit = 1</script> <img src=x onerror='window.hit = 2'> said Ann.\n\n"
                + "\u202Eevil\u202C “<b onclick=alert(1)>bold</b>” &lt;i&gt; said Bob. said \u200Fשלום to Cay.";
        browser.open(server, WIDE, false);
        browser.label(nasty);
        Object shown = browser.run("return [...document.querySelectorAll('.s')].map(s => { const c = s.cloneNode(true);"
                + " c.querySelector('.tag').remove(); return c.textContent; }).join('|')");
        assertThat(String.valueOf(shown))
                .contains("<script>window.hit = 1</script>", "<img src=x onerror='window.hit = 2'>", "\u202Eevil\u202C")
                .contains("<b onclick=alert(1)>bold</b>", "&lt;i&gt;", "said \u200Fשלום to Cay");
        assertThat(browser.count(".article script, .article img, .article b, .article i"))
                .isZero();
        assertThat(browser.run("return window.hit === undefined")).isEqualTo(true);
        assertThat(browser.run("return [...document.querySelectorAll('.s')]"
                        + ".every(s => getComputedStyle(s).unicodeBidi == 'isolate')"))
                .isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource({"1280,false", "1280,true", "390,false", "390,true"})
    void should_be_accessible(int width, boolean dark) throws IOException {
        browser.open(server, width, dark);
        assertThat(browser.violations()).isEmpty();
        browser.find("#example").click();
        browser.await("return document.querySelectorAll('.s').length > 10");
        slide(45);
        tap("#s3");
        browser.find("#why").click();
        browser.await("return !document.getElementById('reasons').hidden");
        assertThat(browser.violations()).isEmpty();
        assertThat(browser.run("return document.documentElement.scrollWidth <= innerWidth"))
                .as("no scrolling sideways")
                .isEqualTo(true);
    }

    @Test
    void should_stay_smooth_with_5000_sentences() {
        browser.open(server, WIDE, false);
        browser.label(
                ("He left the house. “I will come back,” he said. She said that he would not. ".repeat(10) + "\n\n")
                        .repeat(167));
        assertThat(browser.count(".s")).isGreaterThan(5000);
        Object millis =
                browser.run("const slider = document.getElementById('confidence'); const start = performance.now();"
                        + "for (const box of document.querySelectorAll('.filter input')) { box.click(); document.body.offsetHeight;"
                        + " box.click(); document.body.offsetHeight; } return (performance.now() - start) / 8");
        assertThat(((Number) millis).doubleValue())
                .as("milliseconds a click on a filter")
                .isLessThan(200);
    }

    private static void press(Keys key) {
        new Actions(browser.driver()).sendKeys(key).perform();
    }

    /** Taps the first line of a sentence: the middle of one of two lines may lie outside it. */
    private static void tap(String selector) {
        WebElement tag = browser.find(selector);
        browser.run("arguments[0].scrollIntoView({block: 'center'}); return true", tag);
        browser.run("arguments[0].click(); return true", tag);
    }

    private static WebElement focused() {
        return browser.driver().switchTo().activeElement();
    }

    private static void slide(int percent) {
        browser.run(
                "const slider = document.getElementById('confidence'); slider.value = arguments[0];"
                        + "slider.dispatchEvent(new Event('input')); return true",
                percent);
    }
}
