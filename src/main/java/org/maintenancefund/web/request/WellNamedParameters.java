package org.maintenancefund.web.request;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request without the parameters whose brackets are not those of a row's field ({@code papers[0].number}), the only ones
 * that inputs of ours have: Spring takes {@code area[x]}, {@code papers[0]} and {@code area[} for rows of a table while it
 * makes the form, and fails on them.
 */
final class WellNamedParameters extends HttpServletRequestWrapper {

    private static final Pattern ROWS = Pattern.compile("[^\\[\\]]+(\\[\\d{1,9}]\\.[^\\[\\]]+)+");

    private final Map<String, String[]> parameters = new LinkedHashMap<>();

    private WellNamedParameters(HttpServletRequest request) {
        super(request);
        request.getParameterMap().forEach((name, values) -> {
            if (isWellNamed(name)) {
                parameters.put(name, values);
            }
        });
    }

    /** The request itself where nothing has to be left out, as in nearly all. */
    static HttpServletRequest of(HttpServletRequest request, Collection<Part> parts) {
        boolean well = request.getParameterMap().keySet().stream().allMatch(WellNamedParameters::isWellNamed)
                && parts.stream().allMatch(part -> isWellNamed(part.getName()));
        return well ? request : new WellNamedParameters(request);
    }

    private static boolean isWellNamed(String name) {
        return name.indexOf('[') < 0 && name.indexOf(']') < 0
                || ROWS.matcher(name).matches();
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.unmodifiableMap(parameters);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return parameters.get(name);
    }

    @Override
    public Collection<Part> getParts() throws IOException, ServletException {
        return super.getParts().stream()
                .filter(part -> isWellNamed(part.getName()))
                .toList();
    }
}
