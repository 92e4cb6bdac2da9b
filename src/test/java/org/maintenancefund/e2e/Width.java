package org.maintenancefund.e2e;

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

    public int pixels() {
        return pixels;
    }

    public int height() {
        return height;
    }
}
