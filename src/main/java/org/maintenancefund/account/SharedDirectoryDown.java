package org.maintenancefund.account;

/** The directory of the 物业管理信息系统 can't be reached, takes too long, or refuses the application's own account. */
public class SharedDirectoryDown extends RuntimeException {

    public SharedDirectoryDown(String message) {
        super(message);
    }

    public SharedDirectoryDown(String message, Throwable cause) {
        super(message, cause);
    }
}
