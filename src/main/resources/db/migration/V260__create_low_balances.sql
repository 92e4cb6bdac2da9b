-- 余额不足首期原值三成的户: worked out every night over all households, since who asks for the city can't wait for three million of them; the number
-- and its list are of the same moment.
CREATE TABLE low_balance_area (
    area_id    uuid        NOT NULL,
    units      integer     NOT NULL,
    -- Of those whose 首期原值 is known, which have less than 30 % of it.
    known      integer     NOT NULL,
    low        integer     NOT NULL,
    counted_at timestamptz NOT NULL,
    CONSTRAINT pk_low_balance_area PRIMARY KEY (area_id),
    CONSTRAINT ck_low_balance_area_parts CHECK (low BETWEEN 0 AND known AND known <= units)
);

CREATE TABLE low_balance (
    unit_id  uuid   NOT NULL,
    -- 户号, which begins with that of the area: the order of the list.
    number   text   NOT NULL,
    area_id  uuid   NOT NULL,
    original bigint NOT NULL,
    balance  bigint NOT NULL,
    CONSTRAINT pk_low_balance PRIMARY KEY (unit_id),
    CONSTRAINT fk_low_balance_area FOREIGN KEY (area_id) REFERENCES low_balance_area (area_id),
    -- As unit.Replenishment says.
    CONSTRAINT ck_low_balance_low CHECK (balance * 10 < original * 3)
);
CREATE INDEX ix_low_balance_number ON low_balance (number);
CREATE INDEX ix_low_balance_area ON low_balance (area_id, number);

-- How many there are in each area, and when they were counted: published to the other modules.
CREATE VIEW area_low_balance AS
    SELECT area_id, units, known, low, counted_at FROM low_balance_area;
