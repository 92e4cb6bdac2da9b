package org.maintenancefund.bank.template;

import java.util.List;
import java.util.UUID;

/**
 * The first rows of a file that a template is made of.
 *
 * @param head place in {@code rows} of what looks like the headings
 */
public record StatementSample(UUID id, String filename, Content content) {

    /** A row with its number in the file. */
    public record Row(int number, List<String> cells) {

        public Row {
            cells = List.copyOf(cells);
        }

        String cell(int place) {
            return place < cells.size() ? cells.get(place) : "";
        }
    }

    /** As it is kept. */
    public record Content(List<Row> rows, int head) {

        public Content {
            rows = List.copyOf(rows);
        }
    }

    public List<String> headings() {
        return content.rows().get(content.head()).cells();
    }

    public List<Row> below() {
        return content.rows().subList(content.head() + 1, content.rows().size());
    }

    public List<Row> above() {
        return content.rows().subList(0, content.head());
    }
}
