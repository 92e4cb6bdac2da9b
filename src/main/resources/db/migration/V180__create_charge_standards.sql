-- 收取标准: what a square metre is charged in a month, by use and lift, from a month on and until the next one of the same city or
-- area begins. An area's own goes before the city's.
CREATE TABLE charge_standard (
    id               uuid        NOT NULL,
    -- Null: the city's, which holds where an area has none of its own.
    area_id          uuid,
    use              text        NOT NULL,
    lift             boolean     NOT NULL,
    -- In ten-thousandths of a yuan.
    rate             integer     NOT NULL,
    valid_from       date        NOT NULL,
    -- The decision it follows: of the city a document, of an area what its owners decided.
    document         text        NOT NULL,
    state            text        NOT NULL,
    -- Of the city's: who proposed it. An area's is applied for by its committee.
    proposed_by      uuid,
    proposed_by_name text,
    proposed_at      timestamptz,
    decided_by       uuid,
    decided_by_name  text,
    decided_at       timestamptz,
    -- Why it was rejected.
    reason           text        NOT NULL DEFAULT '',
    -- Of an area's: the application whose approval it comes of.
    approved_by      text,
    version          integer     NOT NULL,
    CONSTRAINT pk_charge_standard PRIMARY KEY (id),
    CONSTRAINT fk_charge_standard_area FOREIGN KEY (area_id) REFERENCES area (id),
    CONSTRAINT fk_charge_standard_application FOREIGN KEY (approved_by) REFERENCES application (number),
    CONSTRAINT ck_charge_standard_use CHECK (use IN ('RESIDENTIAL', 'COMMERCIAL', 'OFFICE', 'PARKING', 'OTHER')),
    CONSTRAINT ck_charge_standard_rate CHECK (rate BETWEEN 1 AND 100000),
    CONSTRAINT ck_charge_standard_valid_from CHECK (extract(day FROM valid_from) = 1),
    CONSTRAINT ck_charge_standard_state CHECK (state IN ('PROPOSED', 'IN_FORCE', 'REJECTED', 'WITHDRAWN')),
    CONSTRAINT ck_charge_standard_origin CHECK (
        CASE WHEN area_id IS NULL
            THEN num_nonnulls(proposed_by, proposed_by_name, proposed_at) = 3 AND approved_by IS NULL
            ELSE num_nonnulls(proposed_by, proposed_by_name, proposed_at) = 0 AND approved_by IS NOT NULL
                AND state = 'IN_FORCE'
        END),
    CONSTRAINT ck_charge_standard_decided CHECK (
        num_nonnulls(decided_by, decided_by_name, decided_at) = CASE state WHEN 'PROPOSED' THEN 0 ELSE 3 END),
    -- What is charged in the whole city is looked at by two people.
    CONSTRAINT ck_charge_standard_two_people CHECK (
        area_id IS NOT NULL OR state NOT IN ('IN_FORCE', 'REJECTED') OR decided_by <> proposed_by),
    -- Only who proposed it takes it back.
    CONSTRAINT ck_charge_standard_withdrawn CHECK (state <> 'WITHDRAWN' OR decided_by = proposed_by),
    CONSTRAINT ck_charge_standard_reason CHECK ((state = 'REJECTED') = (reason <> '')),
    CONSTRAINT ck_charge_standard_lengths CHECK (
        char_length(document) BETWEEN 1 AND 200 AND char_length(reason) <= 200
        AND char_length(proposed_by_name) BETWEEN 1 AND 50 AND char_length(decided_by_name) BETWEEN 1 AND 50)
);

-- One standard for each use and lift begins in a month; looked up by them too, the latest first.
CREATE UNIQUE INDEX uq_charge_standard_city ON charge_standard (use, lift, valid_from)
    WHERE area_id IS NULL AND state = 'IN_FORCE';
CREATE UNIQUE INDEX uq_charge_standard_area ON charge_standard (area_id, use, lift, valid_from)
    WHERE area_id IS NOT NULL AND state = 'IN_FORCE';
-- Nor do two wait for the same month.
CREATE UNIQUE INDEX uq_charge_standard_proposed ON charge_standard (use, lift, valid_from)
    WHERE area_id IS NULL AND state = 'PROPOSED';
-- What the city has had, the latest first.
CREATE INDEX ix_charge_standard_city_history ON charge_standard (valid_from, proposed_at, id) WHERE area_id IS NULL;
-- What came of an application.
CREATE INDEX ix_charge_standard_application ON charge_standard (approved_by) WHERE approved_by IS NOT NULL;

-- Which standard holds in a month (any day of it) for an area, or, where that is null, for the city; null where none does. One
-- expression, so that the planner puts it into the statement that asks; a statement about many units asks it once for each area,
-- use and lift.
CREATE FUNCTION charge_standard_at(area uuid, use text, lift boolean, month date) RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
        SELECT coalesce(
            (SELECT s.id FROM charge_standard s
                WHERE s.area_id = $1 AND s.state = 'IN_FORCE' AND s.use = $2 AND s.lift = $3 AND s.valid_from <= $4
                ORDER BY s.valid_from DESC LIMIT 1),
            (SELECT s.id FROM charge_standard s
                WHERE s.area_id IS NULL AND s.state = 'IN_FORCE' AND s.use = $2 AND s.lift = $3 AND s.valid_from <= $4
                ORDER BY s.valid_from DESC LIMIT 1))
    $$;
