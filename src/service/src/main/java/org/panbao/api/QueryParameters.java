package org.panbao.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.panbao.base.Finding;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.base.Severity;
import org.panbao.base.TextCharacters;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses query parameters that a call does not have or that stand twice, as unknown fields of a body are refused; and
 * those that are yes or no and say neither.
 */
@Component
final class QueryParameters implements HandlerInterceptor {

    private static final int LONGEST_NAME = 64;

    private final ProblemTexts texts;

    QueryParameters(ProblemTexts texts) {
        this.texts = texts;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && !request.getParameterMap().isEmpty()) {
            Map<String, Class<?>> known = types(method);
            request.getParameterMap().forEach((name, values) -> {
                Class<?> type = known.get(name);
                if (type == null) {
                    throw refused("unknown-parameter", name);
                }
                if (values.length > 1) {
                    throw refused("repeated-parameter", name);
                }
                if (type == boolean.class && values[0].isBlank()) {
                    throw refused("empty-parameter", name);
                }
            });
        }
        return true;
    }

    private static Map<String, Class<?>> types(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .collect(Collectors.toUnmodifiableMap(QueryParameters::name, MethodParameter::getParameterType));
    }

    private static String name(MethodParameter parameter) {
        RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
        return annotation == null || annotation.name().isEmpty()
                ? parameter.getParameter().getName()
                : annotation.name();
    }

    private Problem refused(String code, String name) {
        boolean isShort = name.length() <= LONGEST_NAME && TextCharacters.areFit(name);
        Finding finding = new Finding(Severity.ERROR, "", code, texts.finding(code));
        return new Problem(
                ProblemCode.INVALID_REQUEST, isShort ? Map.of("parameter", name) : Map.of(), List.of(finding));
    }
}
