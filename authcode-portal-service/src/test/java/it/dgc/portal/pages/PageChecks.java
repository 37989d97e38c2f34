package it.dgc.portal.pages;

import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import static org.assertj.core.api.Assertions.assertThat;

/** What must hold for every page in every state (WCAG 2.1; architecture, D14). */
final class PageChecks {

    private PageChecks() {}

    static Document check(String language, HttpResponse<String> answer) {
        Document page = RunningPages.html(answer);
        assertThat(page.selectFirst("html").attr("lang")).isEqualTo(language);
        assertThat(page.title()).isNotBlank();
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.body().text()).doesNotContain("??").doesNotContain("${");
        assertThat(page.html()).doesNotContain("??");
        // "Vai al contenuto principale", "Vai al menu principale"
        assertThat(page.select(".skiplinks a")).hasSize(2).allMatch(a -> page.selectFirst(a.attr("href")) != null);
        headings(page);
        ids(page);
        labels(page);
        nothingForeign(page);
        headers(answer);
        return page;
    }

    private static void headings(Document page) {
        int before = 0;
        for (Element heading : page.select("main h1, main h2, main h3")) {
            int level = heading.tagName().charAt(1) - '0';
            assertThat(level).isLessThanOrEqualTo(before + 1);
            before = level;
        }
    }

    private static void ids(Document page) {
        Set<String> seen = new HashSet<>();
        assertThat(page.select("[id]")).allMatch(e -> seen.add(e.id()));
        for (String attribute : List.of("aria-describedby", "aria-labelledby")) {
            for (Element element : page.select("[" + attribute + "]")) {
                assertThat(seen).contains(element.attr(attribute).split(" "));
            }
        }
        assertThat(page.select("a[href^=#]")).allMatch(a -> seen.contains(a.attr("href").substring(1)));
    }

    private static void labels(Document page) {
        for (Element input : page.select("input:not([type=hidden]), select")) {
            assertThat(page.select("label[for=" + input.id() + "]")).as(input.id()).hasSize(1);
        }
        assertThat(page.select("img:not([alt])")).isEmpty();
    }

    private static void nothingForeign(Document page) {
        for (Element part : page.select("[src], [href]")) {
            String address = part.hasAttr("src") ? part.attr("src") : part.attr("href");
            assertThat(address).matches("(/[^/].*|/|#.+|data:image/png;base64,.+)");
        }
        assertThat(page.select("[style], style, script:not([src]), [onclick], [onsubmit]")).isEmpty();
    }

    private static void headers(HttpResponse<String> answer) {
        assertThat(header(answer, "Content-Security-Policy")).startsWith("default-src 'none'; script-src 'self';")
                .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'").doesNotContain("unsafe");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Permissions-Policy")).contains("camera=()");
    }

    static String header(HttpResponse<?> answer, String name) {
        assertThat(answer.headers().allValues(name)).as(name).hasSize(1);
        return answer.headers().firstValue(name).orElseThrow();
    }
}
