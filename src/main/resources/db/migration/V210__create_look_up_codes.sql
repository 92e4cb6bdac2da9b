-- 查询码: what a household opens its bills and payments with, beside its 户号. One of each unit: a new one takes the place of the old one.
CREATE TABLE look_up_code (
    unit_id        uuid        NOT NULL,
    -- HMAC-SHA-256 of unit and code by a key of the servers' own; the code itself is kept nowhere.
    hash           bytea       NOT NULL,
    issued_at      timestamptz NOT NULL,
    issued_by      uuid        NOT NULL,
    issued_by_name text        NOT NULL,
    CONSTRAINT pk_look_up_code PRIMARY KEY (unit_id),
    CONSTRAINT fk_look_up_code_unit FOREIGN KEY (unit_id) REFERENCES unit (id),
    CONSTRAINT ck_look_up_code_hash CHECK (octet_length(hash) = 32),
    CONSTRAINT ck_look_up_code_issued_by_name CHECK (char_length(issued_by_name) BETWEEN 1 AND 50)
);
