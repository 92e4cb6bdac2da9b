-- Which enterprise or office manages which area (小区管理处关联). A row comes from an approved application; data stays when
-- the right ends.
CREATE TABLE association (
    id                 uuid        NOT NULL,
    area_id            uuid        NOT NULL,
    committee_id       uuid        NOT NULL,
    enterprise_id      uuid        NOT NULL,
    office_id          uuid,
    contract_starts_on date        NOT NULL,
    contract_ends_on   date        NOT NULL,
    effective_from     date        NOT NULL,
    effective_to       date        NOT NULL,
    effective          daterange   GENERATED ALWAYS AS (daterange(effective_from, effective_to + 1)) STORED,
    end_reason         text,
    ended_at           timestamptz,
    -- The application whose approval ended it.
    ended_by           text,
    approved_by        text        NOT NULL,
    approved_at        timestamptz NOT NULL,
    version            integer     NOT NULL,
    CONSTRAINT pk_association PRIMARY KEY (id),
    CONSTRAINT uq_association_application UNIQUE (approved_by),
    CONSTRAINT fk_association_area FOREIGN KEY (area_id) REFERENCES area (id),
    CONSTRAINT fk_association_committee FOREIGN KEY (committee_id) REFERENCES committee (id),
    CONSTRAINT fk_association_enterprise FOREIGN KEY (enterprise_id) REFERENCES enterprise (id),
    -- The office is one of that enterprise; without an office this asks nothing.
    CONSTRAINT fk_association_office FOREIGN KEY (enterprise_id, office_id) REFERENCES management_office (enterprise_id, id),
    CONSTRAINT fk_association_application FOREIGN KEY (approved_by) REFERENCES application (number),
    CONSTRAINT fk_association_ended_by FOREIGN KEY (ended_by) REFERENCES application (number),
    CONSTRAINT ck_association_contract CHECK (contract_ends_on > contract_starts_on),
    CONSTRAINT ck_association_effective CHECK (
        -- One day less than the first: ended before it ever began, the range is empty.
        effective_from >= contract_starts_on AND effective_to >= effective_from - 1 AND effective_to <= contract_ends_on),
    -- Of two associations with the same company, one goes on over both periods when their areas are merged; the other ends.
    CONSTRAINT ck_association_end_reason CHECK (
        end_reason IN ('REPLACED', 'TERMINATED', 'MERGED', 'COMMITTEE_DISSOLVED')),
    CONSTRAINT ck_association_ended CHECK ((end_reason IS NULL) = (ended_at IS NULL)),
    -- All ends but one come of an application: a merge of areas is none.
    CONSTRAINT ck_association_ended_by CHECK (
        (ended_by IS NOT NULL) = (end_reason IS NOT NULL AND end_reason <> 'MERGED')),
    CONSTRAINT ck_association_whole_contract CHECK (end_reason IS NOT NULL OR effective_to = contract_ends_on),
    -- One effective association per area at any moment.
    CONSTRAINT ex_association_one_effective_per_area EXCLUDE USING gist (area_id WITH =, effective WITH &&)
);

-- Who managed an area, and whether a later one follows.
CREATE INDEX ix_association_area ON association (area_id, effective_from);
CREATE INDEX ix_association_enterprise ON association (enterprise_id, effective_to, area_id);
CREATE INDEX ix_association_office ON association (office_id, effective_to, area_id) WHERE office_id IS NOT NULL;
CREATE INDEX ix_association_committee ON association (committee_id, effective_from);
-- What ends next.
CREATE INDEX ix_association_ending ON association (effective_to, id);
-- What reminders ask: contracts that run to their end.
CREATE INDEX ix_association_contract_ending ON association (contract_ends_on) WHERE end_reason IS NULL;
-- Which right an application ended.
CREATE INDEX ix_association_ended_by ON association (ended_by) WHERE ended_by IS NOT NULL;

-- From when to when which areas are managed, and by which company or office: published to the other modules.
CREATE VIEW area_managed AS
    SELECT area_id, effective, coalesce(office_id, enterprise_id) AS manager_id FROM association WHERE NOT isempty(effective);

-- Contracts that nothing ended before their time and behind which nobody manages the area on the next day, with their last day:
-- published to the other modules.
CREATE VIEW area_contract AS
    SELECT a.id AS association_id, a.area_id, a.contract_ends_on FROM association a
    WHERE a.end_reason IS NULL AND NOT EXISTS (SELECT FROM association later
        WHERE later.area_id = a.area_id AND later.effective_from = a.effective_to + 1 AND NOT isempty(later.effective));
