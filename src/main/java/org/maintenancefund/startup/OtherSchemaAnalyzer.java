package org.maintenancefund.startup;

import org.flywaydb.core.api.exception.FlywayValidateException;
import org.maintenancefund.startup.StartFailure.Said;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The tables were made by another version, whose migrations are not those of this one. */
class OtherSchemaAnalyzer extends AbstractFailureAnalyzer<FlywayValidateException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, FlywayValidateException cause) {
        return StartFailureAnalyzer.analysis(new StartFailure(
                new Said(
                        "数据库是由另一个版本的程序建立的，与当前版本不一致。",
                        "The database was made by another version of the application and doesn't fit this one."),
                new Said(
                        "演示数据不需要保留时，请删除程序所在目录下的 data 文件夹后重新启动；正式数据请用原来的版本打开，并联系维护人员。",
                        "Where it is demo data, delete the folder data beside the application and start again; real data has to be"
                                + " opened with the version that made it: ask whoever maintains it."),
                cause));
    }
}
