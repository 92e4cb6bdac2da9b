package org.maintenancefund.e2e;

import java.util.List;

/** The two screens that every page is looked at on. */
public enum Width {
    DESKTOP(1280, 900),
    PHONE(390, 844);

    private final int pixels;
    private final int height;

    Width(int pixels, int height) {
        this.pixels = pixels;
        this.height = height;
    }

    /** Of a long walk: on a desktop, and with {@code -Dwalks=all} on a phone too. */
    public static List<Width> ofADesktopWalk() {
        return all() ? List.of(values()) : List.of(DESKTOP);
    }

    /** Of a long walk: on a phone, and with {@code -Dwalks=all} on a desktop too. */
    static List<Width> ofAPhoneWalk() {
        return all() ? List.of(values()) : List.of(PHONE);
    }

    private static boolean all() {
        return "all".equals(System.getProperty("walks"));
    }

    public int pixels() {
        return pixels;
    }

    public int height() {
        return height;
    }
}
