package org.panbao.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.panbao.support.Answer;
import org.panbao.support.PageReader;
import org.panbao.support.PanbaoServer;

/** What each role finds after signing in: its own pages, each of which opens, and no other. */
class StartPagesIT {

    private static final Pattern NAVIGATION = Pattern.compile("<nav.*?</nav>", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("href=\"([^\"]+)\"");

    private final PanbaoServer server = PanbaoServer.shared();

    @ParameterizedTest
    @CsvSource({
        "insurer, /app/quotes /app/plans /app/jobs /app/grants /app/audit, waiting lapsing plans received",
        "underwriter-senior, /app/quotes /app/referrals /app/plans /app/jobs /app/grants /app/audit, waiting lapsing plans received",
        "enterprise, /app/plans /app/jobs /app/audit, plans",
        "vendor, /app/grants /app/audit, received",
        "reviewer, /app/grants /app/audit, received",
        "rule-author, /app/audit, pages",
        "rule-approver, /app/audit, pages",
        "admin, /app/organisations /app/users /app/clients /app/audit, pages"
    })
    void aRoleFindsItsPagesAndNoOther(String role, String pages, String sections) {
        PageReader reader = PageReader.signedIn(server, server.organisationOf(role), role);

        Answer start = reader.get("/app");

        assertThat(start.status()).as(start.body()).isEqualTo(200);
        assertThat(navigation(start)).containsExactly(pages.split(" "));
        assertThat(Pattern.compile("id=\"(\\w+)-title\"")
                        .matcher(start.body())
                        .results()
                        .map(found -> found.group(1)))
                .containsExactly(sections.split(" "));
        for (String page : navigation(start)) {
            assertThat(reader.get(page).status()).as(page).isEqualTo(200);
        }
    }

    private static List<String> navigation(Answer page) {
        var bar = NAVIGATION.matcher(page.body());
        assertThat(bar.find()).isTrue();
        return LINK.matcher(bar.group()).results().map(found -> found.group(1)).toList();
    }
}
