package org.maintenancefund.invariant;

import org.maintenancefund.kernel.Messages;

/**
 * What must hold of the records: named, and asked by a statement that finds nothing as long as it holds.
 *
 * @param name {@code bill-formula}; its sentence stands in the messages under {@code invariant.} and the name
 * @param sql  selects what breaks it, a row each, of tables of the module alone whose invariant it is
 */
public record Invariant(String name, String sql) {

    /** What holds, in a sentence. */
    public String sentence() {
        return Messages.of("invariant." + name);
    }

    @Override
    public String toString() {
        return name;
    }
}
