-- 导入物业区域: a spreadsheet on its way into the list. The file and every row of it stay here until it is through, so that a
-- restart goes on where it stopped.
CREATE TABLE area_import (
    id              uuid        NOT NULL,
    filename        text        NOT NULL,
    content         bytea,
    state           text        NOT NULL,
    refusal         text        NOT NULL DEFAULT '',
    headers         text[]      NOT NULL DEFAULT '{}',
    -- Columns that nobody knows.
    unused_headers  text        NOT NULL DEFAULT '',
    uploaded_at     timestamptz NOT NULL,
    uploaded_by     uuid        NOT NULL,
    username        text        NOT NULL,
    person          text        NOT NULL,
    organisation_id uuid        NOT NULL,
    organisation    text        NOT NULL,
    rows_read       integer     NOT NULL DEFAULT 0,
    new_rows        integer     NOT NULL DEFAULT 0,
    changed_rows    integer     NOT NULL DEFAULT 0,
    same_rows       integer     NOT NULL DEFAULT 0,
    faulty_rows     integer     NOT NULL DEFAULT 0,
    applied_rows    integer     NOT NULL DEFAULT 0,
    -- Rows that were found by their name only, and what was decided about them.
    by_name_rows    integer     NOT NULL DEFAULT 0,
    by_name         text,
    -- Who took it up last: nobody else writes to it.
    worker          uuid,
    -- An import is tried a bounded number of times, counted before each try: a file that ends the process must not end it again
    -- after every restart. Then it has failed, and says why, until somebody tries it once more or gives it up.
    tries           integer     NOT NULL DEFAULT 0,
    finished_at     timestamptz,
    CONSTRAINT pk_area_import PRIMARY KEY (id),
    CONSTRAINT ck_area_import_state CHECK (
        state IN ('WAITING', 'READING', 'READ', 'REFUSED', 'CONFIRMED', 'APPLYING', 'FAILED', 'DONE', 'DISCARDED')),
    CONSTRAINT ck_area_import_content CHECK (content IS NOT NULL OR state NOT IN ('WAITING', 'READING')),
    CONSTRAINT ck_area_import_refusal CHECK ((state IN ('REFUSED', 'FAILED')) = (refusal <> '')),
    CONSTRAINT ck_area_import_by_name CHECK (by_name IN ('UPDATE', 'SKIP')),
    CONSTRAINT ck_area_import_tries CHECK (tries >= 0),
    CONSTRAINT ck_area_import_finished CHECK ((state IN ('REFUSED', 'DONE', 'DISCARDED')) = (finished_at IS NOT NULL)),
    CONSTRAINT ck_area_import_lengths CHECK (char_length(filename) <= 200 AND char_length(refusal) <= 500)
);
CREATE INDEX ix_area_import_uploaded ON area_import (uploaded_at DESC);

-- What the preview shows of an import, so that only what was shown is applied.
CREATE TABLE area_import_row (
    import_id  uuid    NOT NULL,
    row_number integer NOT NULL,
    outcome    text    NOT NULL,
    cells      text[]  NOT NULL,
    faults     text    NOT NULL DEFAULT '',
    -- Which area a row is about, and what it changes: label, before, after.
    area_id    uuid,
    changes    text[]  NOT NULL DEFAULT '{}',
    applied    boolean NOT NULL DEFAULT false,
    CONSTRAINT pk_area_import_row PRIMARY KEY (import_id, row_number),
    CONSTRAINT fk_area_import_row_import FOREIGN KEY (import_id) REFERENCES area_import (id) ON DELETE CASCADE,
    CONSTRAINT ck_area_import_row_outcome CHECK (outcome IN ('NEW', 'CHANGED', 'CHANGED_BY_NAME', 'SAME', 'FAULTY')),
    CONSTRAINT ck_area_import_row_faults CHECK ((outcome = 'FAULTY') = (faults <> '')),
    CONSTRAINT ck_area_import_row_changes CHECK (changes = '{}' OR array_length(changes, 2) = 3)
);
-- Rows are shown by kind, in their order. Those to be applied are walked once, behind a row, by the primary key.
CREATE INDEX ix_area_import_row_outcome ON area_import_row (import_id, outcome, row_number);
