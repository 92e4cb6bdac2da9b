package org.maintenancefund.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.util.UriUtils;

/** The query of an address of ours: every name and value encoded, whatever was typed into it. */
public final class QueryString {

    private QueryString() {}

    /** With its question mark; empty where there is no parameter. */
    public static String of(Map<String, List<String>> parameters) {
        String pairs = parameters.entrySet().stream()
                .flatMap(parameter ->
                        parameter.getValue().stream().map(value -> encode(parameter.getKey()) + "=" + encode(value)))
                .collect(Collectors.joining("&"));
        return pairs.isEmpty() ? "" : "?" + pairs;
    }

    private static String encode(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
