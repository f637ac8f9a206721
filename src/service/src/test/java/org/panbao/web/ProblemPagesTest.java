package org.panbao.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.junit.jupiter.api.Test;
import org.panbao.access.Caller;
import org.panbao.access.CurrentCaller;
import org.panbao.access.RoleMatrix;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;

/** Which failures are said on a page, and what of them. */
class ProblemPagesTest {

    private final Map<String, Object> shown = new HashMap<>();
    private final ProblemPages problems = problems();

    @Test
    void nothingOfAnUnexpectedFailureIsShownButItsNumber() {
        MockHttpServletResponse response = new MockHttpServletResponse();

        problems.resolveException(get("/app/plans"), response, null, new IllegalStateException("secret"));

        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(shown).containsEntry("code", "internal-error");
        assertThat(shown.get("problemDetail").toString())
                .containsPattern("[0-9a-f]{8}-[0-9a-f-]{27}")
                .doesNotContain("secret");
    }

    @Test
    void theOtherLanguageIsAtTheSameAddressUnlessNothingCanBeOpenedThere() {
        MockHttpServletRequest compared = get("/app/quotes/compare");
        compared.setQueryString("quote=a&lang=zh-CN&quote=b");
        problems.resolveException(compared, new MockHttpServletResponse(), null, new IllegalStateException());
        assertThat(shown).containsEntry("otherLanguage", "?quote=a&quote=b&lang=en");

        MockHttpServletRequest sent = new MockHttpServletRequest("POST", "/app/clients/1/revoke");
        problems.resolveException(sent, new MockHttpServletResponse(), null, new IllegalStateException());
        assertThat(shown).containsEntry("otherLanguage", "/app?lang=en");
    }

    @Test
    void aQueryThatCannotBeReadIsNoFailureOfOurs() {
        MockHttpServletResponse response = new MockHttpServletResponse();

        problems.resolveException(get("/app/quotes"), response, null, new InvalidParameterException("%zz"));

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(shown).containsEntry("code", "malformed-request");
    }

    @Test
    void programsAreLeftToTheAnswerOfPrograms() {
        for (MockHttpServletRequest request :
                new MockHttpServletRequest[] {get("/api/v1/plans"), get("/application"), get("/problems")}) {
            assertThat(problems.resolveException(
                            request, new MockHttpServletResponse(), null, new IllegalStateException()))
                    .as(request.getRequestURI())
                    .isNull();
        }
        assertThat(problems.resolveException(
                        get("/app/plans/import"),
                        new MockHttpServletResponse(),
                        null,
                        new HttpMediaTypeNotSupportedException("text/csv")))
                .isNull();
        assertThat(shown).isEmpty();
    }

    private static MockHttpServletRequest get(String path) {
        return new MockHttpServletRequest("GET", path);
    }

    private ProblemPages problems() {
        View view = (model, request, response) -> shown.putAll(model == null ? Map.of() : model);
        ViewResolver views = (name, locale) -> view;
        LocaleResolver chinese = new FixedLocaleResolver(Locale.CHINA);
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("page", new PageModel(new Nobody(), RoleMatrix.load()));
        beans.addBean("views", views);
        beans.addBean("locales", chinese);
        return new ProblemPages(
                beans.getBeanProvider(PageModel.class),
                beans.getBeanProvider(ViewResolver.class),
                beans.getBeanProvider(LocaleResolver.class));
    }

    /** Has not signed in. */
    private static final class Nobody implements CurrentCaller {

        @Override
        public Optional<Caller> findCaller() {
            return Optional.empty();
        }

        @Override
        public Caller require() {
            throw new IllegalStateException("nobody has signed in");
        }
    }
}
