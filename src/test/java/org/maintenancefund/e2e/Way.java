package org.maintenancefund.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import org.maintenancefund.demo.DemoStep;
import org.maintenancefund.test.Extent;

/** How a walk goes: on either screen, or on a phone where no script runs and axe-core, which is one, has nothing to say. */
enum Way {
    DESKTOP(Width.DESKTOP, true),
    PHONE(Width.PHONE, true),
    PLAIN(Width.PHONE, false);

    private final Width width;
    private final boolean scripts;

    Way(Width width, boolean scripts) {
        this.width = width;
        this.scripts = scripts;
    }

    /** On a desktop, and with {@code -Pall} on a phone and without scripts too. */
    static List<Way> all() {
        return Extent.isAll() ? List.of(values()) : List.of(DESKTOP);
    }

    /** On a phone, and with {@code -Pall} on a desktop too. */
    static List<Way> withScripts() {
        return Extent.isAll() ? List.of(DESKTOP, PHONE) : List.of(PHONE);
    }

    /** What the name of its community ends in, so that each way has one of its own. */
    String court() {
        return switch (this) {
            case DESKTOP -> "大院";
            case PHONE -> "小院";
            case PLAIN -> "平院";
        };
    }

    boolean hasScripts() {
        return scripts;
    }

    Visitor signedIn(int port, String username) {
        return signedIn(port, username, DemoStep.PASSWORD);
    }

    Visitor signedIn(int port, String username, String password) {
        if (scripts) {
            return Steps.signedIn(port, width, username, password);
        }
        Visitor visitor = Browser.visitorWithoutScripts(port, width);
        visitor.signIn(username, password);
        return visitor;
    }

    /** Keeps a picture as name-DESKTOP and so on, and looks at the page; where no script runs, only whether it fits. */
    void see(Visitor visitor, String picture) {
        if (scripts) {
            Steps.see(visitor, picture + "-" + this);
        } else {
            visitor.screenshot(picture + "-" + this);
            visitor.assertFits();
        }
    }

    void openReview(Visitor clerk, String queue, String title, String picture) {
        Steps.openReview(clerk, queue, title, scripts ? picture + "-" + this : null);
    }

    /** Chooses a scan, which goes up by itself; or by the button for it. */
    void upload(Visitor visitor, String field, String name) {
        if (scripts) {
            Steps.upload(visitor, field, name);
        } else {
            visitor.page().locator("input[type=file]#" + field).setInputFiles(Steps.scan(name));
            visitor.press("先上传所选文件");
            visitor.page().locator(".file-list").getByText(name).first().waitFor();
        }
    }

    /** Uploads a table, has it read, and confirms what the preview shows. */
    void importTable(Visitor clerk, FilePayload table, Runnable work, String picture) {
        readTable(clerk, table, work, "等待确认");
        see(clerk, picture + "-preview");
        Locator tick = clerk.page().locator("input[type=checkbox][name=checked]");
        if (tick.count() > 0) {
            tick.check();
        }
        clerk.page()
                .locator("button", new Page.LocatorOptions().setHasText("确认导入"))
                .click();
        afterWork(clerk, work, "已完成");
        see(clerk, picture + "-done");
    }

    /** Uploads a table and has it read, until the page says that word. */
    void readTable(Visitor clerk, FilePayload table, Runnable work, String word) {
        clerk.page().locator("input[name=file]").setInputFiles(table);
        clerk.press("上传并预览");
        afterWork(clerk, work, word);
    }

    /** The page looks again by itself; or there is a link for it. */
    private void afterWork(Visitor clerk, Runnable work, String word) {
        clerk.page().locator("#import-run").waitFor();
        work.run();
        if (!scripts) {
            clerk.follow("刷新");
        }
        clerk.page().locator("#import-run").getByText(word).first().waitFor();
    }

    static void type(Visitor visitor, String field, String text) {
        visitor.page().locator("[name='" + field + "']").fill(text);
    }

    static void choose(Visitor visitor, String field, String label) {
        visitor.page().locator("[name='" + field + "']").selectOption(new SelectOption().setLabel(label));
    }
}
