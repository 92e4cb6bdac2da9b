package org.maintenancefund.committee.web;

import java.util.ArrayList;
import java.util.List;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.committee.domain.CommitteeVersions;
import org.maintenancefund.committee.domain.CommitteeVersions.Version;
import org.maintenancefund.committee.domain.StateFields;
import org.springframework.stereotype.Component;

/** The versions of a committee's record as a page shows them: newest first, each with what it changed. */
@Component
class VersionHistory {

    private final CommitteeVersions versions;
    private final StateFields fields;

    VersionHistory(CommitteeVersions versions, StateFields fields) {
        this.versions = versions;
        this.fields = fields;
    }

    /** A version and what differs from the one before; nothing for the first. */
    record Line(Version version, List<StateFields.Difference> differences) {}

    List<Line> of(CommitteeId committee) {
        List<Version> all = versions.of(committee);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            lines.add(new Line(
                    all.get(i),
                    i + 1 < all.size()
                            ? fields.differences(
                                    all.get(i + 1).state(), all.get(i).state())
                            : List.of()));
        }
        return lines;
    }
}
