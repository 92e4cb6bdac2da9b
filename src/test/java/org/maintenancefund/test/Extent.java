package org.maintenancefund.test;

/**
 * How far a test goes that could go on for long: so far that it finds what breaks in every build, and all the way with
 * {@code -Pall}.
 */
public final class Extent {

    private Extent() {}

    /** Whether all of it was asked for. */
    public static boolean isAll() {
        return "all".equals(System.getProperty("extent"));
    }

    public static int of(int everyBuild, int all) {
        return isAll() ? all : everyBuild;
    }
}
