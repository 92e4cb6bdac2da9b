package org.maintenancefund.application;

import org.maintenancefund.access.CurrentUser;

/**
 * The proved right to an application that has a number: the only way to withdraw it or to open a draft that revises it. Only
 * {@link Applicants} makes one, after asking for the proof; a flow that has none can't even be written down.
 */
public sealed interface Entitlement {

    /** The application it opens, and no other. */
    ApplicationNumber number();

    /** By 受理编号, the contact's mobile and the 回执码. A new 回执码 ends it. */
    final class ByReceiptCode implements Entitlement {

        private final ApplicationNumber number;
        private final String codeHash;

        ByReceiptCode(ApplicationNumber number, String codeHash) {
            this.number = number;
            this.codeHash = codeHash;
        }

        @Override
        public ApplicationNumber number() {
            return number;
        }

        /** The hash that the code matched: another one by now means that the code was replaced. */
        public String codeHash() {
            return codeHash;
        }
    }

    /** By an account: of the organisation whose application it is, or of who entered this round for it from paper. */
    final class ByAccount implements Entitlement {

        private final ApplicationNumber number;
        private final CurrentUser user;

        ByAccount(ApplicationNumber number, CurrentUser user) {
            this.number = number;
            this.user = user;
        }

        @Override
        public ApplicationNumber number() {
            return number;
        }

        public CurrentUser user() {
            return user;
        }
    }
}
