package org.maintenancefund.embedded;

import java.nio.file.Path;
import org.maintenancefund.startup.StartFailure;
import org.maintenancefund.startup.StartFailure.Said;

/** Why the embedded server can't start, and what to do. */
final class EmbeddedFailures {

    private static final Said CONFIGURE_A_DATABASE = new Said(
            "请设置环境变量 SPRING_DATASOURCE_URL（例如 jdbc:postgresql://主机:5432/数据库名）、SPRING_DATASOURCE_USERNAME 和"
                    + " SPRING_DATASOURCE_PASSWORD。",
            "Set SPRING_DATASOURCE_URL (for example jdbc:postgresql://host:5432/database), SPRING_DATASOURCE_USERNAME and"
                    + " SPRING_DATASOURCE_PASSWORD.");

    private EmbeddedFailures() {}

    static StartFailure noDatabaseConfigured() {
        return new StartFailure(
                new Said(
                        "没有配置数据库：打包后的程序不带内置数据库。",
                        "No database is configured, and the packaged application brings none."),
                CONFIGURE_A_DATABASE);
    }

    static StartFailure notWritable(Path home, Throwable cause) {
        return new StartFailure(
                new Said("数据目录不可写：%s".formatted(home), "The data folder can't be written: %s".formatted(home)),
                new Said(
                        "请赋予当前用户写权限，或用 APP_EMBEDDED_FOLDER 指定另一个目录。",
                        "Give the current user the right to write there, or name another folder in APP_EMBEDDED_FOLDER."),
                cause);
    }

    static StartFailure otherVersion(Path data, String version) {
        return new StartFailure(
                new Said(
                        "%s 由 PostgreSQL %s 创建，而内置数据库的版本是 %s。".formatted(data, version, PostgresProcess.MAJOR_VERSION),
                        "%s was made by PostgreSQL %s, the embedded one is %s."
                                .formatted(data, version, PostgresProcess.MAJOR_VERSION)),
                new Said(
                        "请用原来的程序版本打开它，或把该目录移走后重新开始。",
                        "Open it with the version that made it, or move the folder away to start anew."));
    }

    static StartFailure notStarted(Path home, Throwable cause) {
        return new StartFailure(
                new Said(
                        "内置数据库没有启动起来：%s".formatted(cause.getMessage()),
                        "The embedded database did not start: %s".formatted(cause.getMessage())),
                new Said(
                        "原因见 %s。以 root 身份在容器中运行时请换用普通用户，或者配置一个数据库。%s"
                                .formatted(home.resolve("pg.log"), CONFIGURE_A_DATABASE.chinese()),
                        "See %s. As root inside a container use an ordinary user, or configure a database. %s"
                                .formatted(home.resolve("pg.log"), CONFIGURE_A_DATABASE.english())),
                cause);
    }
}
