package org.maintenancefund.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import lombok.EqualsAndHashCode;
import lombok.Getter;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Labelled;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.TypedDate;
import org.maintenancefund.kernel.paging.Cursor;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the address of a list asks for. Each filter is read once, in the order of the page: that makes the value to search
 * by, the {@link Chip} that tells it and takes it off, and what its input shows. A value that can't be read gets a chip that
 * says so, and a list with one of those shows and exports no rows, never more than was asked for.
 */
@EqualsAndHashCode
public final class ListFilter {

    /** So many characters are looked for at most: more than any name, mobile number or code has. */
    private static final int LONGEST = 100;

    /** From a day to another one, both included. */
    public record Period(Optional<LocalDate> first, Optional<LocalDate> last) {}

    private record Label(String parameter, String text) {}

    @Getter
    private final String path;

    private final Map<String, List<String>> address;

    /** What was tidied already: each choice of a select asks for it. */
    @EqualsAndHashCode.Exclude
    private final Map<String, String> tidied = new HashMap<>();

    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final Map<String, String> within = new HashMap<>();
    private final Map<String, List<Option>> options = new HashMap<>();
    private final Map<String, String> shown = new HashMap<>();
    private final List<Label> labels = new ArrayList<>();
    private final Set<String> read = new HashSet<>();
    private String tab = "";
    /** The list without any filter; the tab stays. */
    @Getter
    private String start;

    public ListFilter(String path, Map<String, List<String>> address) {
        this.path = path;
        this.start = path;
        this.address = address;
    }

    /** A part of a name, or what else is looked for; empty where nothing that could be found was typed. */
    public String text(String name) {
        return text(name, text -> Messages.of("web.filter.containing", text));
    }

    public String text(String name, UnaryOperator<String> label) {
        Optional<String> text = Optional.of(typed(name))
                .filter(typed -> ChineseText.length(typed) <= LONGEST && !ChineseText.isBlank(typed));
        shown.put(name, text.orElse(""));
        return read(name, text, label).orElse("");
    }

    /** A day, however it is written. */
    public Optional<LocalDate> day(String name, Function<LocalDate, String> label) {
        return read(name, day(name), label);
    }

    /** Two days, either of which may be missing; they are one filter, and the last goes with the first. */
    public Period period(String first, String last, String label) {
        Period days = new Period(day(first), day(last));
        String begin = days.first().map(day -> day + " ").orElse("");
        String end = days.last().map(day -> " " + day).orElse(Messages.of("web.filter.now"));
        note(first, days.first());
        note(last, days.last());
        days.first().ifPresent(day -> within.put(last, first));
        days.first()
                .map(day -> first)
                .or(() -> days.last().map(day -> last))
                .ifPresent(name -> labels.add(new Label(name, Messages.of("web.filter.period", label, begin, end))));
        return days;
    }

    private Optional<LocalDate> day(String name) {
        Checked<LocalDate> typed = TypedDate.ofAnyYear(typed(name));
        Optional<LocalDate> day = typed.isOk() ? Optional.of(typed.value()) : Optional.empty();
        shown.put(name, day.map(LocalDate::toString).orElse(""));
        return day;
    }

    /** A tick: 1. */
    public boolean ticked(String name, String label) {
        return read(name, Optional.of(typed(name)).filter("1"::equals), tick -> label)
                .isPresent();
    }

    public <E extends Enum<E> & Labelled> Optional<E> one(String name, Class<E> values) {
        return one(name, List.of(values.getEnumConstants()), Enum::name, Labelled::label);
    }

    public <T> Optional<T> one(String name, List<T> choices, Function<T, ?> value, Function<T, String> label) {
        return one(name, choices, value, label, word -> word);
    }

    /**
     * One of some choices.
     *
     * @param value as it stands in the address
     * @param label in the select
     * @param chip  makes of that label the one of the chip
     */
    public <T> Optional<T> one(
            String name, List<T> choices, Function<T, ?> value, Function<T, String> label, UnaryOperator<String> chip) {
        List<Option> offered = choices.stream()
                .map(choice -> Option.of(value.apply(choice), label.apply(choice)))
                .toList();
        options.put(name, offered);
        Optional<T> chosen = choices.stream()
                .filter(choice -> value.apply(choice).toString().equals(typed(name)))
                .findFirst();
        return read(name, chosen, choice -> chip.apply(label.apply(choice)));
    }

    /**
     * The value of the tab that is shown, empty where there is none such. A tab gets no chip.
     *
     * @param first is shown where the address names none
     */
    public String tab(String name, List<Option> tabs, String first) {
        String asked = typed(name).isEmpty() ? first : typed(name);
        options.put(name, tabs);
        Optional<Option> chosen =
                tabs.stream().filter(offered -> offered.value().equals(asked)).findFirst();
        note(name, chosen);
        chosen.ifPresent(offered -> {
            shown.put(name, asked);
            tab = offered.label();
            start = path + "?" + name + "=" + asked;
        });
        return chosen.map(Option::value).orElse("");
    }

    /** The tabs that were offered, each with the other filters as they are. */
    public List<Tab> tabs(String name, Function<String, ?> count) {
        return options(name).stream()
                .map(offered -> new Tab(
                        offered.label(),
                        with(name, offered.value()),
                        count.apply(offered.value()).toString(),
                        offered.value().equals(shown(name))))
                .toList();
    }

    /** From now on the filter goes when the other one goes: a street means nothing without its district. */
    public ListFilter within(String name, String other) {
        within.put(name, other);
        return this;
    }

    private <T> Optional<T> read(String name, Optional<T> value, Function<T, String> label) {
        note(name, value);
        value.ifPresent(found -> labels.add(new Label(name, label.apply(found))));
        return value;
    }

    private void note(String name, Optional<?> value) {
        parameters.put(name, typed(name));
        value.ifPresent(found -> read.add(name));
    }

    /** What stands in the address, tidied; the same parameter twice is taken together, as Spring binds it to a text. */
    String typed(String name) {
        return tidied.computeIfAbsent(
                name, asked -> ChineseText.clean(String.join(",", address.getOrDefault(asked, List.of()))));
    }

    /** What the input of a filter shows. */
    public String shown(String name) {
        return shown.getOrDefault(name, typed(name));
    }

    /** What the select of a filter offers. */
    public List<Option> options(String name) {
        return options.getOrDefault(name, List.of());
    }

    /** What is asked for: the tab and the filters. */
    public List<String> words() {
        return Stream.concat(
                        Stream.of(tab).filter(word -> !word.isEmpty()),
                        labels.stream().map(Label::text))
                .toList();
    }

    /** False where a filter can't be read: then the list shows no rows. */
    public boolean isReadable() {
        return parameters.keySet().stream().allMatch(this::isRead);
    }

    /** The filters in force of a page without rows to go through, then what can't be read. */
    public List<Chip> chips() {
        return chips(Cursor.start());
    }

    /**
     * The filters in force, then what can't be read.
     *
     * @param cursor where the page begins: a key that can't be read is told like a filter
     */
    List<Chip> chips(Cursor cursor) {
        List<Chip> chips = new ArrayList<>();
        labels.forEach(label -> chips.add(new Chip(label.text(), with(label.parameter(), ""))));
        parameters.forEach((name, value) -> {
            if (!isRead(name)) {
                chips.add(Chip.unreadable(value, with(name, "")));
            }
        });
        if (!cursor.isReadable()) {
            chips.add(Chip.unreadable(Messages.of("web.filter.page"), with("after", "")));
        }
        return List.copyOf(chips);
    }

    private boolean isRead(String name) {
        return read.contains(name) || typed(name).isEmpty();
    }

    /** The list with another value of one filter; without that filter where the value is empty. */
    public String with(String changed, String value) {
        UriComponentsBuilder builder = UriComponentsBuilder.fromPath(path);
        Map<String, Object> values = new HashMap<>();
        parameters.forEach((name, typed) -> {
            String wanted = name.equals(changed) ? value : changed.equals(within.get(name)) ? "" : typed;
            if (!wanted.isEmpty()) {
                // By a variable: so an & or a brace that was typed stays part of the value.
                builder.queryParam(name, "{" + name + "}");
                values.put(name, wanted);
            }
        });
        return builder.encode().buildAndExpand(values).toUriString();
    }
}
