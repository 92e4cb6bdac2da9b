package org.maintenancefund.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.paging.Cursor;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Makes the {@link Chip}s of a list: first everything that stands in its address, then a chip for each filter that really
 * filters. Following a chip leaves the others as they are. A value of the address for which there is no such chip was not
 * read: it gets one that says so, and a list with one of those shows and exports no rows ({@link #readable}), never more
 * than was asked for.
 */
public final class Chips {

    private record Parameter(String value, String within) {}

    private record Label(String parameter, String text) {}

    private final String path;
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final List<Label> labels = new ArrayList<>();
    private final Set<String> read = new HashSet<>();
    private boolean lost;

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
        String text = ChineseText.clean(value);
        if (!text.isEmpty()) {
            parameters.put(name, new Parameter(text, within));
        }
        return this;
    }

    /** Where the page begins: a key that can't be read is told like a filter. */
    public Chips from(Cursor cursor) {
        lost = !cursor.isReadable();
        return this;
    }

    /** What is looked for, where it is anything. */
    public Chips containing(String parameter, String text) {
        return when(parameter, !text.isEmpty(), "包含“" + text + "”");
    }

    public <T> Chips chosen(String parameter, Optional<T> value, Function<T, String> label) {
        value.ifPresent(found -> when(parameter, true, label.apply(found)));
        return this;
    }

    public Chips when(String parameter, boolean filters, String label) {
        if (filters) {
            labels.add(new Label(parameter, label));
            read.add(parameter);
        }
        return this;
    }

    /** The parameter was read, and something else on the page tells it: a tab, or another one's chip. */
    public Chips told(String parameter, boolean readable) {
        if (readable) {
            read.add(parameter);
        }
        return this;
    }

    public List<Chip> list() {
        List<Chip> chips = new ArrayList<>();
        labels.forEach(label -> chips.add(new Chip(label.text(), without(label.parameter()))));
        parameters.forEach((name, parameter) -> {
            if (!read.contains(name)) {
                chips.add(Chip.unreadable(parameter.value(), without(name)));
            }
        });
        if (lost) {
            chips.add(Chip.unreadable("页码", href()));
        }
        return List.copyOf(chips);
    }

    /** False where a filter can't be read: then the list shows no rows. */
    public static boolean readable(List<Chip> chips) {
        return chips.stream().allMatch(Chip::readable);
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
