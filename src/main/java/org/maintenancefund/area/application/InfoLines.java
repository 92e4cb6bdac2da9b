package org.maintenancefund.area.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import lombok.Getter;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.DetailField;
import org.maintenancefund.area.Building;
import org.maintenancefund.area.FundAccount;
import org.maintenancefund.area.domain.NewArea;
import org.maintenancefund.city.Districts;
import org.maintenancefund.kernel.Figures;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.SummaryTable;
import org.springframework.stereotype.Component;

/** A community's information as lines with labels, and what one version of it has other than another. */
@Component
class InfoLines {

    private static final String NOTHING = Messages.of("area.change.nothing");

    @Getter
    private final List<Field> fields;

    InfoLines(Districts districts) {
        this.fields = List.of(
                basics("name", info -> info.area().name()),
                basics("district", info -> districts.get(info.district()).name()),
                basics("street", info -> info.streetName(districts)),
                basics("community", info -> info.area().community()),
                basics("address", info -> info.area().address()),
                new Field(AreaStep.BASICS, "parcelNumbers", info -> info.area().parcelNumbers()),
                scale("type", area -> area.type().label()),
                scale("total", area -> Figures.of(area.floorAreas().total())),
                scale("residential", area -> Figures.of(area.floorAreas().residential())),
                scale("commercial", area -> Figures.of(area.floorAreas().commercial())),
                scale("other", area -> Figures.of(area.floorAreas().other())),
                scale("buildings", area -> Figures.of(area.buildings())),
                scale("households", area -> Figures.of(area.households())),
                scale("yearBuilt", NewArea::yearBuilt),
                new Field(
                        AreaStep.BUILDINGS,
                        "list",
                        info -> info.buildingList().stream().map(Building::line).toList()),
                new Field(AreaStep.ACCOUNT, "own", info -> account(info.area().fundAccount())));
    }

    private static Field basics(String key, Function<AreaInfo, String> line) {
        return new Field(AreaStep.BASICS, key, info -> List.of(line.apply(info)));
    }

    private static Field scale(String key, Function<NewArea, @Nullable Object> figure) {
        return new Field(
                AreaStep.SCALE,
                key,
                info -> Stream.ofNullable(figure.apply(info.area()))
                        .map(Object::toString)
                        .toList());
    }

    /**
     * A line of the information.
     *
     * @param step where it is filled in
     * @param key  id of its input there
     */
    record Field(AreaStep step, String key, Function<AreaInfo, List<String>> lines) {

        String label() {
            return Messages.of("area.field." + key);
        }

        /** What of {@link AreaForm} it stands for. */
        List<String> inputs() {
            return switch (step) {
                case BASICS -> List.of("basics." + key);
                case SCALE -> List.of("scale." + key);
                case BUILDINGS -> List.of("buildings", "imported");
                case ACCOUNT -> List.of("account");
            };
        }

        boolean differs(AreaInfo one, AreaInfo other) {
            return !lines.apply(one).equals(lines.apply(other));
        }
    }

    Optional<Field> find(String key) {
        return fields.stream().filter(field -> field.key().equals(key)).findFirst();
    }

    List<DetailField> all(AreaInfo info) {
        return fields.stream()
                .map(field -> {
                    DetailField line = new DetailField(
                            field.key(), field.label(), field.lines().apply(info), false);
                    return field.step() == AreaStep.BUILDINGS && !line.isEmpty()
                            ? line.as(table(info.buildingList()))
                            : line;
                })
                .toList();
    }

    private static SummaryTable table(List<Building> buildings) {
        return new SummaryTable(
                Messages.list("area.building.columns"),
                buildings.stream()
                        .map(building -> List.of(
                                building.name(),
                                Figures.of(building.storeys()),
                                Figures.of(building.units()),
                                Figures.of(building.households()),
                                Figures.of(building.floorArea())))
                        .toList());
    }

    List<DetailField> changes(AreaInfo before, AreaInfo after) {
        return fields.stream()
                .filter(field -> field.differs(before, after))
                .map(field -> DetailField.of(
                        field.key(), field.label(), change(field, before, after).toArray()))
                .toList();
    }

    List<String> changedLabels(AreaInfo before, AreaInfo after) {
        return fields.stream()
                .filter(field -> field.differs(before, after))
                .map(Field::label)
                .toList();
    }

    /**
     * Labels of what the application changes and somebody else changed on record meanwhile: approving it would overwrite
     * that.
     */
    List<String> overwrittenLabels(AreaInfo before, AreaInfo after, AreaInfo now) {
        return fields.stream()
                .filter(field ->
                        field.differs(before, after) && field.differs(before, now) && field.differs(after, now))
                .map(Field::label)
                .toList();
    }

    private static List<String> change(Field field, AreaInfo before, AreaInfo after) {
        List<String> was = field.lines().apply(before);
        List<String> is = field.lines().apply(after);
        if (field.step() == AreaStep.BUILDINGS) {
            List<String> lines = new ArrayList<>();
            is.stream()
                    .filter(line -> !was.contains(line))
                    .forEach(line -> lines.add(Messages.of("area.change.to", line)));
            was.stream()
                    .filter(line -> !is.contains(line))
                    .forEach(line -> lines.add(Messages.of("area.change.from", line)));
            return lines.isEmpty() ? List.of(Messages.of("area.change.order")) : lines;
        }
        return List.of(
                Messages.of("area.change.to", is.isEmpty() ? NOTHING : String.join("，", is)),
                Messages.of("area.change.from", was.isEmpty() ? NOTHING : String.join("，", was)));
    }

    private static List<String> account(@Nullable FundAccount account) {
        return account == null ? List.of(Messages.of("area.fundAccount.none")) : account.lines();
    }
}
