package org.maintenancefund.demo;

/**
 * A feature's part of the demo city. Loads through the feature's own services, so that no record is in a state that the
 * system could not have brought it to.
 *
 * <p>A step is a plain {@code @Component}: whether it runs is {@link DemoOnFirstStart}'s business (never where a database
 * is configured), and tests ask for the city with {@code @DemoCityTest}.
 */
public interface DemoStep {

    /** The password of every demo sign-in; README lists them. */
    String PASSWORD = "weixiu-demo-2026";

    /** Lower runs earlier: 10 city, 20 staff, 30 areas, 40 enterprises, 45 their registrations, 50 offices, 60 committees, 70 associations, 75 committees' changes, 80 areas under application, 85 notices, 90 what the city settles of the collection, 91 its account, 92 and 94 its communities, 95 what of them is booked, 96 what is under way, 99 files for README's walk. */
    int order();

    /** Loads the part. Called once, on an empty database, each step in a transaction of its own. */
    void load();
}
