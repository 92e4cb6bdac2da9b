package org.maintenancefund.web.sheet;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** A file with tables that is open: its sheets, and the rows of each. */
interface OpenWorkbook extends AutoCloseable {

    /**
     * A sheet of the file.
     *
     * @param name as on its tab; empty where a file has none
     * @param part where it stands in the file
     */
    record Sheet(String name, String part) {}

    /** The rows of one sheet that have something in them, one after the other. */
    interface Rows extends AutoCloseable {

        /** The next one; empty behind the last. */
        Optional<SheetRow> next() throws IOException, XMLStreamException;

        @Override
        void close() throws IOException, XMLStreamException;
    }

    List<Sheet> sheets();

    Rows rows(Sheet sheet) throws IOException, XMLStreamException;

    @Override
    void close() throws IOException;
}
