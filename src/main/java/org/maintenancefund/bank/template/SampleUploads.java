package org.maintenancefund.bank.template;

import java.util.UUID;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.kernel.Refusal;

/** Takes a file as a sample. */
public interface SampleUploads {

    /** @throws Refusal where it can't be read */
    UUID keep(String filename, byte[] content, CurrentUser by);
}
