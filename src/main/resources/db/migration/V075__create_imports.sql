-- Spreadsheets on their way into a register, of every kind. The file and every row of it stay here until it is through, so that a
-- restart goes on where it stopped.
CREATE TABLE import_run (
    id                uuid        NOT NULL,
    kind              text        NOT NULL,
    -- What its rows belong to, as its kind writes it: the area of units; empty where that is everything.
    scope             text        NOT NULL,
    -- What was told with the file, as its kind writes it.
    remark            text        NOT NULL,
    -- One faulty row keeps all others out.
    all_or_none       boolean     NOT NULL,
    filename          text        NOT NULL,
    content           bytea,
    state             text        NOT NULL,
    refusal           text        NOT NULL DEFAULT '',
    sheet             text        NOT NULL DEFAULT '',
    headers           text[]      NOT NULL DEFAULT '{}',
    -- Columns that nobody knows.
    unused_headers    text        NOT NULL DEFAULT '',
    uploaded_at       timestamptz NOT NULL,
    uploaded_by       uuid        NOT NULL,
    username          text        NOT NULL,
    person            text        NOT NULL,
    role              text        NOT NULL,
    organisation_type text        NOT NULL,
    organisation_id   uuid        NOT NULL,
    organisation      text        NOT NULL,
    district_id       uuid,
    rows_read         integer     NOT NULL DEFAULT 0,
    new_rows          integer     NOT NULL DEFAULT 0,
    changed_rows      integer     NOT NULL DEFAULT 0,
    doubtful_rows     integer     NOT NULL DEFAULT 0,
    same_rows         integer     NOT NULL DEFAULT 0,
    faulty_rows       integer     NOT NULL DEFAULT 0,
    applied_rows      integer     NOT NULL DEFAULT 0,
    -- What was decided about the doubtful rows.
    doubtful          text,
    -- Who took it up last: nobody else writes to it.
    worker            uuid,
    -- An import is tried a bounded number of times, counted before each try: a file that ends the process must not end it again
    -- after every restart. Then it has failed, and says why, until somebody tries it once more or gives it up.
    tries             integer     NOT NULL DEFAULT 0,
    finished_at       timestamptz,
    CONSTRAINT pk_import_run PRIMARY KEY (id),
    CONSTRAINT ck_import_run_state CHECK (
        state IN ('WAITING', 'READING', 'READ', 'REFUSED', 'CONFIRMED', 'APPLYING', 'FAILED', 'DONE', 'DISCARDED')),
    CONSTRAINT ck_import_run_content CHECK (content IS NOT NULL OR state NOT IN ('WAITING', 'READING')),
    CONSTRAINT ck_import_run_refusal CHECK ((state IN ('REFUSED', 'FAILED')) = (refusal <> '')),
    CONSTRAINT ck_import_run_doubtful CHECK (doubtful IN ('APPLY', 'SKIP')),
    CONSTRAINT ck_import_run_tries CHECK (tries >= 0),
    CONSTRAINT ck_import_run_finished CHECK ((state IN ('REFUSED', 'DONE', 'DISCARDED')) = (finished_at IS NOT NULL)),
    CONSTRAINT ck_import_run_lengths CHECK (
        char_length(kind) BETWEEN 1 AND 40 AND char_length(scope) <= 100 AND char_length(remark) <= 200
        AND char_length(filename) <= 200 AND char_length(refusal) <= 500 AND char_length(sheet) <= 31)
);
CREATE INDEX ix_import_run_uploaded ON import_run (kind, scope, uploaded_at DESC);

-- What the preview shows of an import, so that only what was shown is applied.
CREATE TABLE import_row (
    import_id  uuid    NOT NULL,
    row_number integer NOT NULL,
    outcome    text    NOT NULL,
    cells      text[]  NOT NULL,
    -- What is wrong with it, or is asked about it: address of the cell, column, value, sentence.
    faults     text[]  NOT NULL DEFAULT '{}',
    -- Which record it is about, and what it changes there: label, before, after.
    record_id  uuid,
    changes    text[]  NOT NULL DEFAULT '{}',
    applied    boolean NOT NULL DEFAULT false,
    CONSTRAINT pk_import_row PRIMARY KEY (import_id, row_number),
    CONSTRAINT fk_import_row_import FOREIGN KEY (import_id) REFERENCES import_run (id) ON DELETE CASCADE,
    CONSTRAINT ck_import_row_outcome CHECK (outcome IN ('NEW', 'CHANGED', 'DOUBTFUL', 'SAME', 'FAULTY')),
    CONSTRAINT ck_import_row_faults CHECK (
        CASE outcome WHEN 'DOUBTFUL' THEN true WHEN 'FAULTY' THEN faults <> '{}' ELSE faults = '{}' END),
    CONSTRAINT ck_import_row_parts CHECK (
        (faults = '{}' OR array_length(faults, 2) = 4) AND (changes = '{}' OR array_length(changes, 2) = 3))
);
-- Rows are shown by kind, in their order. Those to be applied are walked once, behind a row, by the primary key.
CREATE INDEX ix_import_row_outcome ON import_row (import_id, outcome, row_number);
