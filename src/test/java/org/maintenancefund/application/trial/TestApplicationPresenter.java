package org.maintenancefund.application.trial;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationPresenter;
import org.maintenancefund.application.DetailField;
import org.maintenancefund.application.SubjectName;

class TestApplicationPresenter implements ApplicationPresenter<TestApplicationDetails> {

    @Override
    public List<DetailField> describe(TestApplicationDetails details) {
        return List.of(
                DetailField.of("contactName", "姓名", details.contactName()),
                DetailField.of("contactMobile", "手机号码", details.contactMobile()));
    }

    @Override
    public Map<UUID, SubjectName> nameSubjects(Collection<UUID> subjects) {
        return Map.of();
    }

    @Override
    public String sayAfterApproval(ApplicationNumber number, TestApplicationDetails details) {
        return "试办完成。";
    }
}
