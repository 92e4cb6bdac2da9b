package org.maintenancefund.e2e;

import java.util.List;
import org.maintenancefund.test.Extent;

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

    /** Of a long walk: on a desktop, and with {@code -Pall} on a phone too. */
    public static List<Width> ofADesktopWalk() {
        return Extent.isAll() ? List.of(values()) : List.of(DESKTOP);
    }

    /** Of a long walk: on a phone, and with {@code -Pall} on a desktop too. */
    static List<Width> ofAPhoneWalk() {
        return Extent.isAll() ? List.of(values()) : List.of(PHONE);
    }

    public int pixels() {
        return pixels;
    }

    public int height() {
        return height;
    }
}
