package org.maintenancefund.web.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.ResolvableType;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** The addresses that take files: those of the handlers that ask for one. */
@Component
class UploadPaths {

    private final Supplier<List<PathPattern>> patterns;

    UploadPaths(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> handlers) {
        this.patterns = SingletonSupplier.of(() -> patterns(handlers.getObject()));
    }

    boolean takeFiles(HttpServletRequest request) {
        PathContainer path = PathContainer.parsePath(
                request.getRequestURI().substring(request.getContextPath().length()));
        return patterns().stream().anyMatch(pattern -> pattern.matches(path));
    }

    List<PathPattern> patterns() {
        return patterns.get();
    }

    private static List<PathPattern> patterns(RequestMappingHandlerMapping handlers) {
        return handlers.getHandlerMethods().entrySet().stream()
                .filter(entry -> takesFiles(entry.getValue()))
                .flatMap(entry -> entry.getKey().getPatternValues().stream())
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
    }

    private static boolean takesFiles(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .map(ResolvableType::forMethodParameter)
                .anyMatch(UploadPaths::isFile);
    }

    private static boolean isFile(ResolvableType type) {
        return MultipartFile.class.isAssignableFrom(type.toClass())
                || MultipartFile.class.isAssignableFrom(
                        type.asCollection().getGeneric().toClass())
                || MultipartFile.class.isAssignableFrom(
                        type.as(MultiValueMap.class).getGeneric(1).toClass());
    }
}
