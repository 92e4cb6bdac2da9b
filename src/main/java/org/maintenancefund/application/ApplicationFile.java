package org.maintenancefund.application;

import org.maintenancefund.attachment.StoredAttachment;

/**
 * A scan of an application or a draft.
 *
 * @param slot what it is a scan of (备案证明)
 * @param file the scan
 */
public record ApplicationFile(String slot, StoredAttachment file) {}
