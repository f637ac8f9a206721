package org.panbao.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** The calls that take an upload: those whose controller consumes {@code multipart/form-data}. */
@Component
final class UploadCalls {

    private final SingletonSupplier<List<RequestMappingInfo>> calls;

    UploadCalls(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.calls = SingletonSupplier.of(() -> mappings.getObject().getHandlerMethods().keySet().stream()
                .filter(UploadCalls::takesUpload)
                .toList());
    }

    /** Whether this is one of them, sent as such. */
    boolean isUpload(HttpServletRequest request) {
        ServletRequestPathUtils.parseAndCache(request);
        return calls.obtain().stream().anyMatch(call -> call.getMatchingCondition(request) != null);
    }

    private static boolean takesUpload(RequestMappingInfo call) {
        return call.getConsumesCondition().getConsumableMediaTypes().contains(MediaType.MULTIPART_FORM_DATA);
    }
}
