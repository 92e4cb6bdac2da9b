package org.maintenancefund.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Makes the {@link Chip}s of a list: first everything that stands in its address, then a chip for each filter that really
 * filters. Following a chip leaves the others as they are.
 */
public final class Chips {

    private record Parameter(String value, String within) {}

    private record Label(String parameter, String text) {}

    private final String path;
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final List<Label> labels = new ArrayList<>();

    private Chips(String path) {
        this.path = path;
    }

    /** For the list at that path. */
    public static Chips of(String path) {
        return new Chips(path);
    }

    /** A parameter as it stands in the address; blank ones are left out of the addresses made here. */
    public Chips parameter(String name, @Nullable String value) {
        return parameter(name, value, name);
    }

    /** One that means nothing without another, as a street without its district: it goes when the other one goes. */
    public Chips parameter(String name, @Nullable String value, String within) {
        if (value != null && !value.isBlank()) {
            parameters.put(name, new Parameter(value.strip(), within));
        }
        return this;
    }

    /** What is looked for, where it is anything. */
    public Chips containing(String parameter, String text) {
        return when(parameter, !text.isEmpty(), "包含“" + text + "”");
    }

    public <T> Chips chosen(String parameter, Optional<T> value, Function<T, String> label) {
        value.ifPresent(found -> labels.add(new Label(parameter, label.apply(found))));
        return this;
    }

    public Chips when(String parameter, boolean filters, String label) {
        if (filters) {
            labels.add(new Label(parameter, label));
        }
        return this;
    }

    public List<Chip> list() {
        return labels.stream()
                .map(label -> new Chip(label.text(), without(label.parameter())))
                .toList();
    }

    /** The list as its parameters ask for it. */
    public String href() {
        return without("");
    }

    private String without(String dropped) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        Map<String, Object> values = new LinkedHashMap<>();
        parameters.forEach((name, parameter) -> {
            if (!name.equals(dropped) && !parameter.within().equals(dropped)) {
                // By a variable: so an & or a brace that was typed stays part of the value.
                address.queryParam(name, "{" + name + "}");
                values.put(name, parameter.value());
            }
        });
        return address.encode().buildAndExpand(values).toUriString();
    }
}
