-- Merges of property areas (合并), with what is needed to undo one (撤销合并).
CREATE TABLE area_merge (
    id           uuid        NOT NULL,
    kept_id      uuid        NOT NULL,
    name_before  text        NOT NULL,
    name         text        NOT NULL,
    reason       text        NOT NULL,
    -- The kept area as it was: what the merge changed of it.
    before       jsonb       NOT NULL,
    -- The kept area's version after the merge; another one means that it was changed since.
    kept_version integer     NOT NULL,
    done_at      timestamptz NOT NULL,
    done_by      uuid        NOT NULL,
    undone_at    timestamptz,
    undone_by    uuid,
    CONSTRAINT pk_area_merge PRIMARY KEY (id),
    CONSTRAINT fk_area_merge_kept FOREIGN KEY (kept_id) REFERENCES area (id),
    CONSTRAINT ck_area_merge_undone CHECK ((undone_at IS NULL) = (undone_by IS NULL)),
    CONSTRAINT ck_area_merge_lengths CHECK (
        char_length(name) BETWEEN 2 AND 60 AND char_length(name_before) BETWEEN 2 AND 60
        AND char_length(reason) BETWEEN 1 AND 500)
);
CREATE INDEX ix_area_merge_kept ON area_merge (kept_id, done_at);

CREATE TABLE area_merge_member (
    merge_id uuid NOT NULL,
    area_id  uuid NOT NULL,
    CONSTRAINT pk_area_merge_member PRIMARY KEY (merge_id, area_id),
    CONSTRAINT fk_area_merge_member_merge FOREIGN KEY (merge_id) REFERENCES area_merge (id),
    CONSTRAINT fk_area_merge_member_area FOREIGN KEY (area_id) REFERENCES area (id)
);
CREATE INDEX ix_area_merge_member_area ON area_merge_member (area_id);

-- What each feature moved to the kept area, in its own words.
CREATE TABLE area_merge_moved (
    merge_id uuid  NOT NULL,
    ties     text  NOT NULL,
    moved    jsonb NOT NULL,
    CONSTRAINT pk_area_merge_moved PRIMARY KEY (merge_id, ties),
    CONSTRAINT fk_area_merge_moved_merge FOREIGN KEY (merge_id) REFERENCES area_merge (id)
);
