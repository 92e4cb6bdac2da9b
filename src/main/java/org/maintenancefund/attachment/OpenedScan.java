package org.maintenancefund.attachment;

/**
 * A scan that was opened and found to be what it has to be.
 *
 * @param filename    clean, with the extension of its kind
 * @param contentType by its content
 * @param content     its bytes; nobody changes them
 */
public record OpenedScan(String filename, String contentType, byte[] content) {}
