-- What happened to a property area, for as long as the area is kept; the audit trail forgets after some months.
CREATE TABLE area_history (
    id           bigint GENERATED ALWAYS AS IDENTITY,
    area_id      uuid        NOT NULL,
    event        text        NOT NULL,
    happened_at  timestamptz NOT NULL,
    person       text        NOT NULL,
    organisation text        NOT NULL,
    text         text        NOT NULL,
    other_id     uuid,
    CONSTRAINT pk_area_history PRIMARY KEY (id),
    CONSTRAINT fk_area_history_area FOREIGN KEY (area_id) REFERENCES area (id),
    CONSTRAINT fk_area_history_other FOREIGN KEY (other_id) REFERENCES area (id),
    CONSTRAINT ck_area_history_event CHECK (
        event IN ('ENTERED', 'CHANGED', 'RENAMED', 'MERGED', 'MERGED_INTO', 'MERGE_UNDONE', 'IMPORTED')),
    CONSTRAINT ck_area_history_lengths CHECK (
        char_length(person) BETWEEN 1 AND 60 AND char_length(organisation) <= 120 AND char_length(text) <= 2000)
);

CREATE INDEX ix_area_history_area ON area_history (area_id, id);
CREATE INDEX ix_area_history_other ON area_history (other_id) WHERE other_id IS NOT NULL;
