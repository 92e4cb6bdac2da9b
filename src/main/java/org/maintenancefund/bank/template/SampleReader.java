package org.maintenancefund.bank.template;

import java.util.List;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.web.RecordTable;

/** Reads a sample by a layout, as a statement is read, so that who makes a template sees at once what comes of it. */
public interface SampleReader {

    /**
     * What comes of it.
     *
     * @param lines  the first of them as they would be shown
     * @param faults why it can't be read
     */
    record Result(RecordTable lines, List<Reason> faults) {}

    Result read(StatementSample sample, StatementTemplate template);
}
