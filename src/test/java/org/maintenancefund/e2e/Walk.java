package org.maintenancefund.e2e;

import static org.maintenancefund.e2e.Steps.OWN_PASSWORD;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** A long walk that is walked once: whoever's turn it is signs in, and each page is looked at on both screens. */
record Walk(int port) {

    /** At a desk. */
    Visitor clerk(String username) {
        return Steps.signedIn(port, Width.DESKTOP, username, OWN_PASSWORD);
    }

    /** With a phone in the hand. */
    Visitor onPhone(String username) {
        return Steps.signedIn(port, Width.PHONE, username, OWN_PASSWORD);
    }

    /** Somebody without an account, with a phone in the hand. */
    Visitor anybody() {
        return Browser.visitor(port, Width.PHONE);
    }

    /** Keeps pictures as name-DESKTOP and name-PHONE; the window is afterwards as it was. */
    static void see(Visitor visitor, String picture) {
        var window = visitor.page().viewportSize();
        for (Width width : Width.values()) {
            visitor.page().setViewportSize(width.pixels(), width.height());
            Steps.see(visitor, picture + "-" + width);
        }
        visitor.page().setViewportSize(window.width, window.height);
    }

    static void see(Visitor visitor, String path, String picture) {
        visitor.open(path);
        see(visitor, picture);
    }

    /** Where somebody is, as somebody else can go there. */
    static String address(Visitor visitor) {
        return visitor.page().url().replaceAll("^https?://[^/]+", "");
    }

    static String last(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    static String text(Visitor visitor) {
        return visitor.page().locator("main").innerText();
    }

    /** The only link with exactly these words. */
    static void followExactly(Visitor visitor, String link) {
        visitor.page()
                .getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .first()
                .click();
    }
}
