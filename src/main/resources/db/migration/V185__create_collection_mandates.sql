-- Who collects the fund in an area (收取授权). A row comes from an approved application; data stays when the mandate ends.
CREATE TABLE collection_mandate (
    id             uuid        NOT NULL,
    area_id        uuid        NOT NULL,
    committee_id   uuid        NOT NULL,
    enterprise_id  uuid        NOT NULL,
    office_id      uuid,
    -- By which the company or office manages the area: the mandate has no day outside of its days.
    association_id uuid        NOT NULL,
    valid_from     date        NOT NULL,
    valid_to       date        NOT NULL,
    validity       daterange   GENERATED ALWAYS AS (daterange(valid_from, valid_to + 1)) STORED,
    -- Its last day as it was approved.
    granted_to     date        NOT NULL,
    end_reason     text,
    ended_at       timestamptz,
    -- The committee's words where it took the mandate back.
    revoked_because text,
    approved_by    text        NOT NULL,
    approved_at    timestamptz NOT NULL,
    -- Where it was until its area went into the one that it is of now: the days before that are days there.
    came_from      uuid,
    version        integer     NOT NULL,
    CONSTRAINT pk_collection_mandate PRIMARY KEY (id),
    CONSTRAINT uq_collection_mandate_application UNIQUE (approved_by),
    CONSTRAINT fk_collection_mandate_area FOREIGN KEY (area_id) REFERENCES area (id),
    CONSTRAINT fk_collection_mandate_came_from FOREIGN KEY (came_from) REFERENCES area (id),
    CONSTRAINT fk_collection_mandate_committee FOREIGN KEY (committee_id) REFERENCES committee (id),
    CONSTRAINT fk_collection_mandate_enterprise FOREIGN KEY (enterprise_id) REFERENCES enterprise (id),
    -- The office is one of that enterprise; without an office this asks nothing.
    CONSTRAINT fk_collection_mandate_office FOREIGN KEY (enterprise_id, office_id)
        REFERENCES management_office (enterprise_id, id),
    CONSTRAINT fk_collection_mandate_association FOREIGN KEY (association_id) REFERENCES association (id),
    CONSTRAINT fk_collection_mandate_application FOREIGN KEY (approved_by) REFERENCES application (number),
    -- One day less than the first: ended before it ever began, the range is empty.
    CONSTRAINT ck_collection_mandate_validity CHECK (valid_to >= valid_from - 1 AND valid_to <= granted_to),
    CONSTRAINT ck_collection_mandate_end_reason CHECK (
        end_reason IN ('REPLACED', 'ASSOCIATION_ENDED', 'REVOKED', 'MERGED')),
    CONSTRAINT ck_collection_mandate_ended CHECK ((end_reason IS NULL) = (ended_at IS NULL)),
    CONSTRAINT ck_collection_mandate_whole CHECK (end_reason IS NOT NULL OR valid_to = granted_to),
    CONSTRAINT ck_collection_mandate_revoked CHECK (
        (revoked_because IS NOT NULL) = (end_reason IS NOT DISTINCT FROM 'REVOKED')),
    CONSTRAINT ck_collection_mandate_revoked_because CHECK (char_length(revoked_because) BETWEEN 2 AND 500),
    -- One mandate per area at any moment.
    CONSTRAINT ex_collection_mandate_one_per_area EXCLUDE USING gist (area_id WITH =, validity WITH &&)
);

CREATE INDEX ix_collection_mandate_area ON collection_mandate (area_id, valid_from);
CREATE INDEX ix_collection_mandate_enterprise ON collection_mandate (enterprise_id, area_id);
-- Whose areas are asked for by area_collected: an office's own, or a company's.
CREATE INDEX ix_collection_mandate_collector ON collection_mandate (coalesce(office_id, enterprise_id), area_id);
CREATE INDEX ix_collection_mandate_office ON collection_mandate (office_id, area_id) WHERE office_id IS NOT NULL;
-- What ends with an association.
CREATE INDEX ix_collection_mandate_association ON collection_mandate (association_id);

-- From when to when the fund of which areas is collected, and by which company or office: published to the other modules.
CREATE VIEW area_collected AS
    SELECT id AS mandate_id, area_id, validity, coalesce(office_id, enterprise_id) AS collector_id, enterprise_id
    FROM collection_mandate WHERE NOT isempty(validity);

-- 开通: the first month that bills are made for in an area. Stays when the mandate ends, since the next company goes on from there.
CREATE TABLE collection_start (
    area_id        uuid        NOT NULL,
    first_month    date        NOT NULL,
    -- By which mandate it was opened.
    mandate_id     uuid        NOT NULL,
    opened_by      uuid        NOT NULL,
    opened_by_name text        NOT NULL,
    opened_at      timestamptz NOT NULL,
    CONSTRAINT pk_collection_start PRIMARY KEY (area_id),
    CONSTRAINT fk_collection_start_area FOREIGN KEY (area_id) REFERENCES area (id),
    CONSTRAINT fk_collection_start_mandate FOREIGN KEY (mandate_id) REFERENCES collection_mandate (id),
    CONSTRAINT ck_collection_start_first_month CHECK (EXTRACT(day FROM first_month) = 1),
    CONSTRAINT ck_collection_start_opened_by_name CHECK (char_length(opened_by_name) BETWEEN 1 AND 50)
);

-- By whose mandate each area was opened, and from which month on: published to the other modules.
CREATE VIEW area_opened AS
    SELECT s.area_id, s.first_month, s.mandate_id, m.enterprise_id
      FROM collection_start s JOIN collection_mandate m ON m.id = s.mandate_id;

-- Buildings whose units are billed from a later month on than their area: they came with another one, which was opened later or not at
-- all, or stood in the kept one before. They follow their building, as its units do.
CREATE TABLE collection_start_building (
    area_id      uuid NOT NULL,
    building_key text COLLATE "C" NOT NULL,
    first_month  date NOT NULL,
    CONSTRAINT pk_collection_start_building PRIMARY KEY (area_id, building_key),
    CONSTRAINT fk_collection_start_building FOREIGN KEY (area_id, building_key)
        REFERENCES area_building (area_id, name_key) ON UPDATE CASCADE ON DELETE CASCADE,
    CONSTRAINT ck_collection_start_building_first_month CHECK (extract(day FROM first_month) = 1)
);
