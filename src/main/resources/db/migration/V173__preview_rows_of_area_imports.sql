-- What the preview shows of an import, so that only what was shown is applied: which area a row is about, what it changes
-- (label, before, after), which rows were found by their name only and what was decided about them, which columns nobody
-- knows.
ALTER TABLE area_import
    ADD COLUMN unused_headers text    NOT NULL DEFAULT '',
    ADD COLUMN by_name_rows   integer NOT NULL DEFAULT 0,
    ADD COLUMN by_name        text,
    ADD CONSTRAINT ck_area_import_by_name CHECK (by_name IN ('UPDATE', 'SKIP'));

ALTER TABLE area_import_row
    ADD COLUMN area_id uuid,
    ADD COLUMN changes text[] NOT NULL DEFAULT '{}',
    ADD CONSTRAINT ck_area_import_row_changes CHECK (changes = '{}' OR array_length(changes, 2) = 3),
    DROP CONSTRAINT ck_area_import_row_outcome,
    ADD CONSTRAINT ck_area_import_row_outcome CHECK (outcome IN ('NEW', 'CHANGED', 'CHANGED_BY_NAME', 'SAME', 'FAULTY'));

-- Rows are shown by kind, in their order. Those to be applied are walked once, behind a row, by the primary key.
DROP INDEX ix_area_import_row_faulty;
DROP INDEX ix_area_import_row_waiting;
CREATE INDEX ix_area_import_row_outcome ON area_import_row (import_id, outcome, row_number);
