package org.maintenancefund.access;

/**
 * An attribute that sessions have from elsewhere: read as it is now by the statement that reads the session, so that nothing more is
 * asked for it, and never written with it.
 *
 * @param name  of the attribute, whose value is a {@code String}
 * @param query of one JSON value, about the stored session {@code s}, in which {@code s.principal_name} is who signed in; without a
 *              row the session has no such attribute
 */
public record JoinedSessionAttribute(String name, String query) {}
