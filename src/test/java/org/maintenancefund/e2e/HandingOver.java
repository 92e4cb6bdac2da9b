package org.maintenancefund.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.e2e.Walk.see;

import org.maintenancefund.collection.receipt.CollectedArea;

/**
 * What becomes of what a company received until the bank has it, and what a district does about what is late.
 *
 * @param clerk     who signs in to declare and to transfer
 * @param colleague who signs in to confirm
 * @param district  who signs in to look after both
 */
record HandingOver(Walk walk, CollectedArea area, String clerk, String colleague, String district) {

    /** 责令限期缴存. */
    void order() {
        try (Visitor person = walk.clerk(district)) {
            see(person, "/collection/late", "late-remittances");
            see(person, "/collection/late/" + area.managed().company() + "/order", "remittance-order-new");
            person.press("发出通知书");
            see(person, "remittance-order");
            person.follow("打印通知书");
            see(person, "remittance-order-paper");
            PrintedPaper.of(person, "remittance-order")
                    .has(1, "责令限期缴存通知书", "贰拾贰元肆角", PrintedPaper.packed("物业有限公司："), "打印时间");
        }
    }

    /** 缴存申报 of two receipts by one person, confirmed by the other; answers its address. */
    String declare(String amount) {
        String address;
        try (Visitor person = walk.clerk(clerk)) {
            see(person, "/collection/held", "held");
            see(person, "/collection/declarations/areas/" + area.id(), "declare");
            person.press("申报 2 笔 " + amount + " 元");
            see(person, "declaration-proposed");
            address = Walk.address(person);
        }
        try (Visitor person = walk.clerk(colleague)) {
            see(person, address, "declaration-confirm");
            person.press("确认申报");
            see(person, "/collection/declarations", "declarations");
        }
        return address;
    }

    /** 缴存单 of that declaration, submitted and printed; answers its address. */
    String transfer(String declaration, String inWords) {
        try (Visitor person = walk.clerk(clerk)) {
            person.open("/collection/slips/new");
            person.page().locator("input[value=" + Walk.last(declaration) + "]").check();
            see(person, "slip-choice");
            person.press("保存草稿");
            see(person, "slip-draft");
            String address = Walk.address(person);
            person.press("提交缴存单");
            see(person, "slip-paper");
            PrintedPaper.of(person, "remittance-slip").has(1, "住宅专项维修资金缴存单", inWords, "只写缴存单号", "缴存单位（盖章）", "打印时间");
            see(person, "/collection/slips", "slips");
            return address;
        }
    }

    /** 入账. */
    void book(String slip, String amount) {
        try (Visitor person = walk.clerk(district)) {
            see(person, "/collection/bookings", "bookings");
            see(person, slip, "slip-arrived");
            person.press("确认入账 " + amount + " 元");
            assertThat(Walk.text(person)).contains("已入账");
            see(person, "slip-booked");
        }
    }
}
