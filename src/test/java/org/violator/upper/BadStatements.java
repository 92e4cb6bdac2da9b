package org.violator.upper;

import org.springframework.data.jpa.repository.Query;

/** Reads other modules' tables: in a statement of several pieces, in a text block and in a native query. */
interface BadStatements {

    String PIECES = "SELECT 1 FROM district_centre d JOIN" + " operator o ON o.org_id = d.id";

    String BLOCK = """
            SELECT name
            FROM enterprise WHERE id = :id""";

    @Query(value = "SELECT * FROM area_alias", nativeQuery = true)
    Object names();
}
