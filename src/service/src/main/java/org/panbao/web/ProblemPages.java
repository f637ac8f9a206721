package org.panbao.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.panbao.base.Messages;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.base.Text;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.ui.Model;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** A problem of a page, said on a page. */
@ControllerAdvice(basePackageClasses = ProblemPages.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProblemPages {

    private final Messages problems = Messages.of(ProblemPages.class, "problems");

    /** An id or a choice in the address that cannot be one names nothing. */
    @ExceptionHandler({MethodArgumentTypeMismatchException.class, ServletRequestBindingException.class})
    String unfit(HttpServletResponse response, Locale locale, Model model) {
        return problem(new Problem(ProblemCode.NOT_FOUND), response, locale, model);
    }

    /** Two people did the same at the same time; the second is told so. */
    @ExceptionHandler(DuplicateKeyException.class)
    String storedTwice(HttpServletResponse response, Locale locale, Model model) {
        return problem(new Problem(ProblemCode.CONFLICT), response, locale, model);
    }

    @ExceptionHandler
    String problem(Problem problem, HttpServletResponse response, Locale locale, Model model) {
        response.setStatus(problem.code().status());
        Text title = problems.text(problem.code().slug() + ".title");
        Text detail = problems.text(problem.code().slug() + ".detail", problem.values());
        model.addAttribute("say", new Wording(locale));
        model.addAttribute("problemTitle", title);
        model.addAttribute("problemDetail", detail);
        model.addAttribute("findings", problem.findings());
        return "problem";
    }
}
