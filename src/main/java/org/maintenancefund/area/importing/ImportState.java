package org.maintenancefund.area.importing;

/** How far an import is. */
enum ImportState {
    WAITING("等待读取", "waiting"),
    READING("正在读取", "info"),
    /** Read, and waiting for somebody who confirms it. */
    READ("等待确认", "waiting"),
    REFUSED("不能导入", "bad"),
    CONFIRMED("等待导入", "waiting"),
    APPLYING("正在导入", "info"),
    /** Tried as often as it may be, or not worth another try: somebody decides whether to try again. */
    FAILED("失败", "bad"),
    DONE("已完成", "ok"),
    DISCARDED("已放弃", "off");

    private final String label;
    private final String tag;

    ImportState(String label, String tag) {
        this.label = label;
        this.tag = tag;
    }

    public String label() {
        return label;
    }

    /** The kind of tag that shows it, see fragments/page. */
    public String tag() {
        return tag;
    }

    /** True while a worker has to do with it: the page asks again. */
    public boolean isMoving() {
        return isBeingRead() || isBeingApplied();
    }

    public boolean isBeingRead() {
        return this == WAITING || this == READING;
    }

    public boolean isBeingApplied() {
        return this == CONFIRMED || this == APPLYING;
    }

    /** True where nothing can happen to it any more. */
    public boolean isEnded() {
        return this == REFUSED || this == DONE || this == DISCARDED;
    }

    public boolean isRead() {
        return this == READ;
    }

    public boolean isRefused() {
        return this == REFUSED;
    }

    public boolean isFailed() {
        return this == FAILED;
    }

    public boolean isDone() {
        return this == DONE;
    }
}
