package org.maintenancefund.unit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.Building;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.NameList;
import org.maintenancefund.kernel.search.NameWriting;

/**
 * Reads where a unit is, in a form or in a row of a spreadsheet. People write the building into the number of the door (1-101,
 * 1栋101, １栋 101): it is taken off where it says the same as the building beside it, and asked where it says another one.
 */
public final class PlaceText {

    private static final int LONGEST_ENTRANCE = 10;
    private static final int LONGEST_DOOR = 20;
    private static final int LOWEST_FLOOR = -9;
    private static final int HIGHEST_FLOOR = 200;
    /** So many buildings are named where one is unknown. */
    private static final int MOST_NAMED = 10;

    private static final String ENTRANCE_WORD = "单元";

    /** What stands behind the number of a building. */
    private static final Pattern BUILDING_WORD = Pattern.compile("(?:号楼|#楼|栋|幢|座|号|#)$");

    private static final Pattern WITH_BUILDING = Pattern.compile("(.{1,20}?(?:号楼|#楼|栋|幢|座|#))-?(.+)");
    /** At the end of a name: 1 is not the building in front of 101. */
    private static final Pattern LETTER_OR_DIGIT = Pattern.compile("[0-9A-Z]$");

    private static final Pattern WITH_ENTRANCE = Pattern.compile("(.{1,10}?)" + ENTRANCE_WORD + "-?(.+)");
    private static final Pattern WITH_NUMBER = Pattern.compile("([0-9]{1,2})-(.+)");
    private static final Pattern DOOR_WORD = Pattern.compile("(?<=[0-9A-Z])[室号房]{1,2}$");
    private static final Pattern FLOOR = Pattern.compile("(-|负|B)?([0-9]{1,3})[层楼F]?");

    /** What spreadsheets make of 1-1 and 1-2-3; a door such as 2001-1 is none. */
    private static final Pattern DATE = Pattern.compile(
            "(?:19|20)[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}(?:T?0?0:00(?::00)?)?"
                    + "|(?:(?:19|20)[0-9]{2}年)?[0-9]{1,2}月(?:[0-9]{1,2}日)?"
                    + "|[0-9]{1,2}-?(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)(?:-[0-9]{2,4})?"
                    + "|(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)-[0-9]{1,4}");

    private PlaceText() {}

    /** The building that is meant by its name or by its number: 1 and 1号楼 are 1 栋, where that can be no other one. */
    public static Checked<Building> building(@Nullable String typed, List<Building> buildings) {
        String text = ChineseText.clean(typed);
        if (ChineseText.isBlank(text)) {
            return Checked.refused("unit.building.required");
        }
        return only(buildings, building -> building.key().equals(ChineseText.fold(text)))
                .or(() -> only(buildings, building -> number(building.name()).equals(number(text))))
                .<Checked<Building>>map(Checked::ok)
                .orElseGet(() -> Checked.refused(
                        "unit.building.unknown",
                        shortened(text),
                        NameList.ofAll(buildings.stream().map(Building::name).toList(), MOST_NAMED)));
    }

    /** 单元: 1, 1单元 and 一单元 are one; empty where nothing was typed. */
    public static Checked<String> entrance(@Nullable String typed) {
        String text = code(typed);
        String bare = text.endsWith(ENTRANCE_WORD) ? text.substring(0, text.length() - ENTRANCE_WORD.length()) : text;
        if (bare.isEmpty()) {
            return Checked.ok("");
        }
        String written = NameWriting.of(bare + ENTRANCE_WORD);
        String entrance =
                written.substring(0, written.length() - ENTRANCE_WORD.length()).toUpperCase(Locale.ROOT);
        return entrance.isEmpty() || ChineseText.length(entrance) > LONGEST_ENTRANCE
                ? Checked.refused("unit.entrance.unreadable", LONGEST_ENTRANCE)
                : Checked.ok(entrance);
    }

    /** 层, below the ground too: -1, 负1层, B1; empty where nothing was typed. */
    public static Checked<Optional<Integer>> floor(@Nullable String typed) {
        String text = code(typed);
        if (text.isEmpty()) {
            return Checked.ok(Optional.empty());
        }
        Matcher floor = FLOOR.matcher(text);
        if (!floor.matches()) {
            return Checked.refused("unit.floor.unreadable", LOWEST_FLOOR, HIGHEST_FLOOR);
        }
        int number = Integer.parseInt(floor.group(2)) * (floor.group(1) == null ? 1 : -1);
        return number < LOWEST_FLOOR || number > HIGHEST_FLOOR
                ? Checked.refused("unit.floor.unreadable", LOWEST_FLOOR, HIGHEST_FLOOR)
                : Checked.ok(Optional.of(number));
    }

    /** 房号 as typed, perhaps with building and 单元 in front; {@link #place} takes them off. */
    public static Checked<String> door(@Nullable String typed) {
        Checked<String> line = ChineseText.optional(typed, 2 * LONGEST_DOOR);
        if (!line.isOk()) {
            return line;
        }
        String text = code(line.value());
        if (NameWriting.of(text).isEmpty()) {
            return Checked.refused("unit.door.required");
        }
        return DATE.matcher(text).matches() ? Checked.refused("unit.door.date", line.value()) : Checked.ok(text);
    }

    /**
     * Puts what was read together.
     *
     * @param entrance as {@link #entrance} reads it
     * @param door     as {@link #door} reads it; refused where it names another building or 单元 than those beside it
     */
    public static Checked<UnitPlace> place(Building building, String entrance, @Nullable Integer floor, String door) {
        Optional<String> behindBuilding = behindBuilding(building, floor, door);
        if (behindBuilding.isEmpty()) {
            return Checked.refused("unit.door.other-building", door, building.name());
        }
        String rest = behindBuilding.get();
        String of = entrance;
        Matcher named = WITH_ENTRANCE.matcher(rest);
        Matcher numbered = WITH_NUMBER.matcher(rest);
        if (named.matches() || numbered.matches() && !isByFloor(rest, floor)) {
            Matcher front = named.matches() ? named : numbered;
            Checked<String> told = entrance(front.group(1));
            boolean clear = front == named || !rest.equals(door);
            if (!told.isOk() || !told.value().equals(entrance) && !(clear && entrance.isEmpty())) {
                return Checked.refused("unit.door.other-entrance", door, building.name());
            }
            of = told.value();
            rest = front.group(2);
        }
        rest = DOOR_WORD.matcher(rest).replaceFirst("");
        if (NameWriting.of(rest).isEmpty()) {
            return Checked.refused("unit.door.required");
        }
        if (ChineseText.length(rest) > LONGEST_DOOR) {
            return Checked.refused("unit.door.too-long", LONGEST_DOOR);
        }
        // Where there is one 单元 only, some write it and some don't.
        boolean only = building.units() == 1 && "1".equals(of);
        return Checked.ok(new UnitPlace(building.name(), only ? "" : of, floor, rest));
    }

    /** The place that a text names together with its building, to look for it; empty where it names no building. */
    public static Optional<UnitPlace> named(String typed, List<Building> buildings) {
        Checked<String> door = door(typed);
        return !door.isOk()
                ? Optional.empty()
                : buildings.stream()
                        .filter(building -> behindBuilding(building, null, door.value())
                                .filter(rest -> !rest.equals(door.value()))
                                .isPresent())
                        .map(building -> place(building, "", null, door.value()))
                        .filter(Checked::isOk)
                        .map(Checked::value)
                        .findFirst();
    }

    /** The door without its building; all of it where it names none; empty where it names another one. */
    private static Optional<String> behindBuilding(Building building, @Nullable Integer floor, String door) {
        String name = code(building.name());
        String number = number(building.name());
        Matcher written = WITH_BUILDING.matcher(door);
        if (door.length() > name.length() && door.startsWith(name) && !LETTER_OR_DIGIT.matcher(name).find()) {
            String rest = door.substring(name.length());
            return Optional.of(rest.startsWith("-") ? rest.substring(1) : rest);
        }
        if (written.matches()) {
            return number(written.group(1)).equals(number) ? Optional.of(written.group(2)) : Optional.empty();
        }
        boolean numbered = door.startsWith(number + "-") && !isByFloor(door, floor);
        return Optional.of(numbered ? door.substring(number.length() + 1) : door);
    }

    /** 12-3 on the twelfth floor is its third door. */
    private static boolean isByFloor(String door, @Nullable Integer floor) {
        return floor != null && door.matches(floor + "-[0-9]{1,2}");
    }

    private static Optional<Building> only(List<Building> buildings, Predicate<Building> wanted) {
        List<Building> found = buildings.stream().filter(wanted).toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** What tells a building from others in front of its word: 1 of 1 栋, 1号楼 and 一幢; the whole name without one. */
    private static String number(String name) {
        String written = NameWriting.of(name).toUpperCase(Locale.ROOT);
        String number = BUILDING_WORD.matcher(written).replaceFirst("");
        return number.isEmpty() ? written : number;
    }

    private static String code(@Nullable String typed) {
        return ChineseText.code(typed).toUpperCase(Locale.ROOT);
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
