package org.maintenancefund.web;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Messages;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * What stands on every sheet of a paper (fragment {@code paper :: sheet}).
 *
 * @param number     of the case, on each sheet
 * @param centre     受理机构
 * @param printedAt  when the page was drawn; only on paper
 * @param qrCode     leads to where it goes on, or null
 * @param qrHint     what the code is for
 */
public record Paper(
        String title,
        String number,
        String centre,
        String address,
        String phone,
        String printedAt,
        @Nullable String qrCode,
        @Nullable String qrHint) {

    /** The address of a page as others reach it, to be printed. */
    public static String addressOf(String path) {
        return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString();
    }

    /** 申请表 of 关联申请 is 关联申请表. */
    public static String title(String what, String paper) {
        String doubled = Messages.of("web.paper.doubled");
        return (what.endsWith(doubled) ? what.substring(0, what.length() - doubled.length()) : what) + paper;
    }

    /** The same with a code that a telephone reads. */
    public Paper leadingTo(String url, String hint) {
        return new Paper(title, number, centre, address, phone, printedAt, QrCode.svg(url, hint), hint);
    }
}
