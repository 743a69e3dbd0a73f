package io.github.segbench.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The sample report in headless Chromium, opened from disk. */
final class ReportBrowserTest {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  @TempDir static Path folder;

  private static Path page;
  private static ChromeDriver browser;

  @BeforeAll
  static void openBrowser() {
    assumeTrue(
        Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
        "needs " + CHROMIUM + " and " + DRIVER);
    page =
        new HtmlReport(null, SampleRun.published())
            .write(List.of(SampleRun.full(folder)), folder.resolve("report"));
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(DRIVER.toFile())
            .usingAnyFreePort()
            .withLogFile(new File(folder.toFile(), "chromedriver.log"))
            .build();
    browser = new ChromeDriver(service, options);
  }

  @AfterAll
  static void closeBrowser() {
    if (browser != null) {
      browser.quit();
    }
  }

  @BeforeEach
  void openPage() {
    setWidth(1400);
    browser.get(page.toUri().toString());
  }

  private static void setWidth(int width) {
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
  }

  private static Object script(String code) {
    return browser.executeScript(code);
  }

  @Test
  void saysNothingOnTheConsoleAndAsksTheNetworkForNothing() {
    assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
    List<String> requests =
        browser.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
            .map(entry -> entry.getMessage())
            .filter(message -> message.contains("\"Network.requestWillBeSent\""))
            .filter(message -> !message.contains("\"url\":\"data:"))
            .toList();

    assertThat(requests).isNotEmpty().allMatch(message -> message.contains("\"url\":\"file:"));
    assertThat(
            (Long)
                script(
                    "return performance.getEntriesByType('resource')"
                        + ".filter(r => !r.name.startsWith('data:')).length"))
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 768, 1280, 1920})
  void isNeverWiderThanTheWindow(int width) {
    setWidth(width);
    String pageWidth = "return document.documentElement.scrollWidth";
    assertThat((Long) script(pageWidth)).isLessThanOrEqualTo(width);

    script("document.querySelectorAll('details').forEach(d => d.open = true)");

    assertThat((Long) script(pageWidth)).as("unfolded").isLessThanOrEqualTo(width);
  }

  @Test
  void sortsByValueAndBack() {
    WebElement table = browser.findElement(By.cssSelector("#table-leaderboard-semantic table"));
    WebElement median = table.findElements(By.cssSelector("thead tr:last-child th")).get(4);

    median.findElement(By.tagName("button")).click();
    assertThat(models(table)).containsExactly("UPSNet", "U-Net", "SegNet", "FCN-8s");
    assertThat(median.getDomAttribute("aria-sort")).isEqualTo("descending");

    median.findElement(By.tagName("button")).click();
    assertThat(models(table)).containsExactly("FCN-8s", "SegNet", "U-Net", "UPSNet");
    assertThat(median.getDomAttribute("aria-sort")).isEqualTo("ascending");
  }

  @Test
  void sortingKeepsMeasuredAndPublishedApart() {
    WebElement table =
        browser.findElement(By.cssSelector("#table-published-semantic-shapes table"));

    table.findElements(By.cssSelector("thead th")).get(3).findElement(By.tagName("button")).click();

    // By mIoU, the highest first in each group.
    assertThat(models(table))
        .containsExactly(
            "U-Net", "UPSNet", "FCN-8s", "SegNet", "Wide (ResNet-101)", "Narrow (VGG-16)");
  }

  private static List<String> models(WebElement table) {
    return table.findElements(By.cssSelector("tbody th")).stream()
        .map(header -> header.getDomAttribute("data-sort"))
        .toList();
  }

  @Test
  void sortsWithoutAPointer() {
    WebElement table = browser.findElement(By.cssSelector("#table-leaderboard-semantic table"));
    WebElement model = table.findElement(By.cssSelector("thead tr:last-child th"));

    model.findElement(By.tagName("button")).sendKeys(Keys.ENTER);

    assertThat(models(table)).containsExactly("FCN-8s", "SegNet", "U-Net", "UPSNet");
    assertThat(model.getDomAttribute("aria-sort")).isEqualTo("ascending");
  }

  @Test
  void filterKeepsRowsThatHaveEveryWord() {
    script("document.querySelectorAll('details').forEach(d => d.open = true)");
    WebElement box = browser.findElement(By.id("table-latency"));
    WebElement input = box.findElement(By.cssSelector("input[type=search]"));
    assertThat(input.getAccessibleName()).startsWith("Filter the rows of Table ");

    input.sendKeys("segnet END");

    // SegNet end to end: once sampled, and the throughput with one and with two threads.
    assertThat(visible(box)).hasSize(3).allMatch(row -> row.startsWith("SegNet"));
    assertThat(box.findElement(By.cssSelector("[role=status]")).getText())
        .isEqualTo("3 of 40 rows");
    input.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
    assertThat(visible(box)).hasSize(40);
  }

  private static List<String> visible(WebElement box) {
    return box.findElements(By.cssSelector("tbody tr")).stream()
        .filter(WebElement::isDisplayed)
        .map(WebElement::getText)
        .toList();
  }

  @Test
  void smallTablesHaveNoFilter() {
    assertThat(browser.findElements(By.cssSelector("#table-leaderboard-semantic input"))).isEmpty();
  }

  @Test
  void confusionMatrixIsEnlargedAndZoomed() {
    WebElement lightbox = browser.findElement(By.id("lightbox"));
    WebElement opener = browser.findElement(By.cssSelector("#confusion .enlarge"));
    assertThat(opener.getAccessibleName()).startsWith("Enlarge: Confusion matrix of U-Net");
    opener.sendKeys(Keys.ENTER);

    WebElement chart = lightbox.findElement(By.cssSelector(".stage > svg"));
    int width = chart.getSize().width;
    assertThat(width)
        .isGreaterThan(browser.findElement(By.cssSelector("#confusion svg")).getSize().width);
    assertThat(chart.findElements(By.tagName("title"))).isNotEmpty();
    lightbox.findElement(By.cssSelector("[aria-label=Larger]")).click();
    assertThat(chart.getSize().width).isCloseTo(width * 3 / 2, within(2));
    lightbox.findElement(By.cssSelector("[aria-label=Smaller]")).click();
    assertThat(chart.getSize().width).isCloseTo(width, within(2));

    browser.switchTo().activeElement().sendKeys(Keys.ESCAPE);
    assertThat(lightbox.isDisplayed()).isFalse();
    assertThat(browser.switchTo().activeElement()).isEqualTo(opener);
  }

  @Test
  void everyChartIsLargerWhenItIsEnlarged() {
    WebElement lightbox = browser.findElement(By.id("lightbox"));
    List<WebElement> openers = browser.findElements(By.cssSelector(".enlarge"));
    List<WebElement> charts = browser.findElements(By.cssSelector(".plot > svg"));
    assertThat(openers).isNotEmpty().hasSameSizeAs(charts);

    for (int i = 0; i < charts.size(); i++) {
      openers.get(i).sendKeys(Keys.ENTER);
      assertThat(lightbox.findElement(By.cssSelector(".stage > svg")).getSize().width)
          .as(openers.get(i).getAccessibleName())
          .isGreaterThanOrEqualTo(charts.get(i).getSize().width);
      browser.switchTo().activeElement().sendKeys(Keys.ESCAPE);
    }
  }

  @Test
  void tabLeadsToTheSkipLinkFirst() {
    browser.findElement(By.tagName("body")).sendKeys(Keys.TAB);

    assertThat(browser.switchTo().activeElement().getText()).isEqualTo("Skip to the leaderboard");
  }

  @Test
  void everythingThatCanBeUsedHasAName() {
    assertThat(
            (Long)
                script(
                    "return Array.from(document.querySelectorAll('a, button, input, [role=region],"
                        + " [role=group], dialog')).filter(e => !(e.getAttribute('aria-label') ||"
                        + " e.textContent.trim() || e.querySelector('img[alt]'))).length"))
        .isZero();
  }

  @Test
  void bothThemesPaintThePageAndItsCharts() {
    String background = "return getComputedStyle(document.body).backgroundColor";
    String letters = "return getComputedStyle(document.querySelector('#latency text')).fill";
    assertThat(script(background)).isEqualTo("rgb(255, 255, 255)");
    assertThat(script(letters)).isEqualTo("rgb(91, 102, 114)");

    browser.findElement(By.id("theme")).click();

    assertThat(script(background)).isEqualTo("rgb(20, 24, 29)");
    assertThat(script(letters)).isEqualTo("rgb(154, 167, 180)");
    browser.findElement(By.id("theme")).click();
    assertThat(script(background)).isEqualTo("rgb(255, 255, 255)");
  }

  @Test
  void pictureIsEnlargedAndArrowsWalkOn() {
    WebElement lightbox = browser.findElement(By.id("lightbox"));
    WebElement first = browser.findElement(By.cssSelector("#gallery .opener"));
    first.click();

    assertThat(lightbox.isDisplayed()).isTrue();
    assertThat(lightbox.getText()).startsWith("Image 2000000");
    browser.switchTo().activeElement().sendKeys(Keys.ARROW_RIGHT);
    assertThat(lightbox.getText()).startsWith("Ground truth of 2000000");
    browser.switchTo().activeElement().sendKeys(Keys.ESCAPE);
    assertThat(lightbox.isDisplayed()).isFalse();
  }

  @Test
  void everyPictureHasWordsForIt() {
    assertThat((Long) script("return document.querySelectorAll('#gallery img:not([alt])').length"))
        .isZero();
    assertThat((Long) script("return document.querySelectorAll('svg:not([aria-label])').length"))
        .isZero();
    assertThat((Long) script("return document.querySelectorAll('th:not([scope])').length"))
        .isZero();
    assertThat(
            (Long)
                script(
                    "const ids = Array.from(document.querySelectorAll('[id]'), e => e.id);"
                        + "return ids.length - new Set(ids).size"))
        .isZero();
  }
}
