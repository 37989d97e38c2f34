package it.dgc.deploy.journeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.deque.html.axecore.selenium.AxeBuilder;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Chromium without a window, used by keyboard alone. */
final class Browser implements AutoCloseable {

    static final Dimension DESKTOP = new Dimension(1280, 900);
    static final Dimension PHONE = new Dimension(390, 844);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** More than any page has to stop at. */
    private static final int STOPS = 80;
    private static final int BLOCKED = 2;
    /** As Chromium's date fields take it in the language that it is started in. */
    private static final DateTimeFormatter AMERICAN = DateTimeFormatter.ofPattern("MMddyyyy");

    private final ChromeDriver driver;
    private final boolean scripts;

    private Browser(ChromeDriver driver, boolean scripts) {
        this.driver = driver;
        this.scripts = scripts;
    }

    /** @return whether Chromium and its driver are installed */
    static boolean isHere() {
        return chromium().isPresent() && chromeDriver().isPresent();
    }

    /** @param scripts whether pages may run any */
    static Browser open(boolean scripts) {
        ChromeOptions options = new ChromeOptions().addArguments("--headless=new", "--no-sandbox", "--disable-gpu",
                "--disable-dev-shm-usage", "--hide-scrollbars", "--lang=en-US");
        options.setBinary(chromium().orElseThrow().toFile());
        if (!scripts) {
            options.setExperimentalOption("prefs",
                    Map.of("profile.managed_default_content_settings.javascript", BLOCKED));
        }
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromeDriver().orElseThrow().toFile())
                .withEnvironment(Map.of("LANGUAGE", "en_US")).usingAnyFreePort().build();
        Browser browser = new Browser(new ChromeDriver(service, options), scripts);
        browser.driver.manage().window().setSize(DESKTOP);
        return browser;
    }

    boolean hasScripts() {
        return scripts;
    }

    void visit(String address) {
        driver.get(address);
    }

    /** Goes on with the tabulator until the element has the focus. */
    WebElement tabTo(By wanted) {
        WebElement element = driver.findElement(wanted);
        for (int stop = 0; stop < STOPS; stop++) {
            if (driver.switchTo().activeElement().equals(element)) {
                return element;
            }
            press(Keys.TAB);
        }
        throw new AssertionError("The keyboard does not reach " + wanted + " on " + driver.getCurrentUrl());
    }

    void type(String field, String text) {
        tabTo(By.id(field));
        press(text);
    }

    void type(String field, LocalDate day) {
        WebElement element = tabTo(By.id(field));
        press(AMERICAN.format(day));
        if (!day.toString().equals(element.getDomProperty("value"))) {
            throw new AssertionError("The date field " + field + " holds " + element.getDomProperty("value"));
        }
    }

    void press(CharSequence keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Presses the button of the form, and waits for the page that comes. */
    void submit() {
        tabTo(By.cssSelector("#portal-form button[type=submit]:not([name])"));
        WebElement page = driver.findElement(By.tagName("html"));
        press(Keys.ENTER);
        new WebDriverWait(driver, PATIENCE).until(next -> !next.findElement(By.tagName("html")).equals(page)
                && !next.findElements(By.cssSelector("main h1")).isEmpty());
    }

    Optional<WebElement> find(String css) {
        return driver.findElements(By.cssSelector(css)).stream().findFirst();
    }

    String text(String css) {
        return find(css).orElseThrow(() -> new AssertionError(css + " is not on " + driver.getTitle() + ": "
                + driver.findElement(By.tagName("main")).getText())).getText();
    }

    String address() {
        return driver.getCurrentUrl();
    }

    String focused() {
        WebElement active = driver.switchTo().activeElement();
        return active.getTagName() + '.' + active.getDomAttribute("class");
    }

    /** @return what axe-core finds wrong with the page as it stands, with where */
    List<String> violations() {
        return new AxeBuilder().analyze(driver).getViolations().stream()
                .map(rule -> rule.getId() + ": " + rule.getNodes().stream().map(node -> node.getTarget() + " "
                        + node.getHtml()).toList())
                .toList();
    }

    /** Of the whole page, as wide as the given window. */
    void picture(Path file, Dimension window) throws IOException {
        driver.manage().window().setSize(window);
        Map<String, Object> picture = driver.executeCdpCommand("Page.captureScreenshot",
                Map.of("format", "png", "captureBeyondViewport", true));
        driver.manage().window().setSize(DESKTOP);
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode((String) picture.get("data")));
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static Optional<Path> chromium() {
        return first("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    }

    private static Optional<Path> chromeDriver() {
        return first("/usr/bin/chromedriver", "/usr/lib/chromium/chromedriver");
    }

    private static Optional<Path> first(String... places) {
        return Stream.of(places).map(Path::of).filter(Files::isExecutable).findFirst();
    }
}
