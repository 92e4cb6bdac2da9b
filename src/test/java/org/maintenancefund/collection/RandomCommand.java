package org.maintenancefund.collection;

import java.util.List;
import java.util.function.Predicate;
import org.maintenancefund.collection.RandomCity.Flat;

/** What is done with a unit or its community; false where nothing was there to do. */
record RandomCommand(String name, int weight, Predicate<Flat> act) {

    /** One of them: the heavier, the more often. */
    static RandomCommand any(List<RandomCommand> some, RandomCity city) {
        int dice = city.upTo(some.stream().mapToInt(RandomCommand::weight).sum());
        for (RandomCommand command : some) {
            dice -= command.weight();
            if (dice < 0) {
                return command;
            }
        }
        throw new AssertionError("the dice fell outside");
    }
}
