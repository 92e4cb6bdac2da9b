-- 导入物业区域: a spreadsheet on its way into the list. The file and every row of it stay here until it is through, so that a
-- restart goes on where it stopped.
CREATE TABLE area_import (
    id            uuid        NOT NULL,
    filename      text        NOT NULL,
    content       bytea,
    state         text        NOT NULL,
    refusal       text        NOT NULL DEFAULT '',
    headers       text[]      NOT NULL DEFAULT '{}',
    uploaded_at   timestamptz NOT NULL,
    uploaded_by   uuid        NOT NULL,
    username      text        NOT NULL,
    person        text        NOT NULL,
    organisation_id uuid      NOT NULL,
    organisation  text        NOT NULL,
    rows_read     integer     NOT NULL DEFAULT 0,
    new_rows      integer     NOT NULL DEFAULT 0,
    changed_rows  integer     NOT NULL DEFAULT 0,
    same_rows     integer     NOT NULL DEFAULT 0,
    faulty_rows   integer     NOT NULL DEFAULT 0,
    applied_rows  integer     NOT NULL DEFAULT 0,
    leased_by     uuid,
    leased_until  timestamptz,
    finished_at   timestamptz,
    CONSTRAINT pk_area_import PRIMARY KEY (id),
    CONSTRAINT ck_area_import_state CHECK (
        state IN ('WAITING', 'READING', 'READ', 'REFUSED', 'CONFIRMED', 'APPLYING', 'DONE', 'DISCARDED')),
    CONSTRAINT ck_area_import_content CHECK (content IS NOT NULL OR state NOT IN ('WAITING', 'READING')),
    CONSTRAINT ck_area_import_refusal CHECK ((state = 'REFUSED') = (refusal <> '')),
    CONSTRAINT ck_area_import_finished CHECK ((state IN ('REFUSED', 'DONE', 'DISCARDED')) = (finished_at IS NOT NULL)),
    CONSTRAINT ck_area_import_lengths CHECK (char_length(filename) <= 200 AND char_length(refusal) <= 500)
);
CREATE INDEX ix_area_import_uploaded ON area_import (uploaded_at DESC);
CREATE INDEX ix_area_import_waiting ON area_import (uploaded_at)
    WHERE state IN ('WAITING', 'READING', 'CONFIRMED', 'APPLYING');

CREATE TABLE area_import_row (
    import_id  uuid    NOT NULL,
    row_number integer NOT NULL,
    outcome    text    NOT NULL,
    cells      text[]  NOT NULL,
    faults     text    NOT NULL DEFAULT '',
    applied    boolean NOT NULL DEFAULT false,
    CONSTRAINT pk_area_import_row PRIMARY KEY (import_id, row_number),
    CONSTRAINT fk_area_import_row_import FOREIGN KEY (import_id) REFERENCES area_import (id) ON DELETE CASCADE,
    CONSTRAINT ck_area_import_row_outcome CHECK (outcome IN ('NEW', 'CHANGED', 'SAME', 'FAULTY')),
    CONSTRAINT ck_area_import_row_faults CHECK ((outcome = 'FAULTY') = (faults <> ''))
);
CREATE INDEX ix_area_import_row_waiting ON area_import_row (import_id, row_number)
    WHERE outcome IN ('NEW', 'CHANGED') AND NOT applied;
CREATE INDEX ix_area_import_row_faulty ON area_import_row (import_id, row_number) WHERE outcome = 'FAULTY';
