package org.maintenancefund.application;

import lombok.AccessLevel;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;

/**
 * The proved right to an application that has a number: the only way to withdraw it or to open a draft that revises it. Only
 * {@link Applicants} makes one, after asking for the proof; a flow that has none can't even be written down.
 */
public sealed interface Entitlement {

    /** The application it opens, and no other. */
    ApplicationNumber number();

    /** By 受理编号, the contact's mobile and the 回执码. A new 回执码 ends it. */
    @Getter
    @RequiredArgsConstructor(access = AccessLevel.PACKAGE)
    final class ByReceiptCode implements Entitlement {

        private final ApplicationNumber number;
        /** The hash that the code matched: another one by now means that the code was replaced. */
        private final String codeHash;
    }

    /** By an account: of the organisation whose application it is, or of who entered this round for it from paper. */
    @Getter
    @RequiredArgsConstructor(access = AccessLevel.PACKAGE)
    final class ByAccount implements Entitlement {

        private final ApplicationNumber number;
        private final CurrentUser user;
    }
}
