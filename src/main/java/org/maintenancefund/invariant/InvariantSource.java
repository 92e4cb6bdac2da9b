package org.maintenancefund.invariant;

import java.util.List;

/** A module's invariants; each module that has some offers one bean. */
public interface InvariantSource {

    List<Invariant> invariants();
}
