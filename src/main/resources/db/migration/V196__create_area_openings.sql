-- 小区期初: which approved sheet of opening balances is booked to its households, each of them once.
CREATE TABLE area_opening (
    sheet_id   uuid        NOT NULL,
    area_id    uuid        NOT NULL,
    account_id uuid        NOT NULL,
    -- Null where no unit of it has anything.
    entry      text,
    booked_at  timestamptz NOT NULL,
    CONSTRAINT pk_area_opening PRIMARY KEY (sheet_id),
    CONSTRAINT uq_area_opening_entry UNIQUE (entry),
    CONSTRAINT fk_area_opening_sheet FOREIGN KEY (sheet_id) REFERENCES opening_sheet (id),
    CONSTRAINT fk_area_opening_area FOREIGN KEY (area_id) REFERENCES area (id),
    CONSTRAINT fk_area_opening_account FOREIGN KEY (account_id) REFERENCES fund_account (id),
    CONSTRAINT fk_area_opening_entry FOREIGN KEY (entry) REFERENCES ledger_entry (number)
);
-- Whoever gives an area an account, or approves what its units begin with, waits here for who does the other: the second books.
CREATE TABLE area_opening_turn (
    area_id uuid        NOT NULL,
    since   timestamptz NOT NULL,
    CONSTRAINT pk_area_opening_turn PRIMARY KEY (area_id),
    CONSTRAINT fk_area_opening_turn_area FOREIGN KEY (area_id) REFERENCES area (id)
);
CREATE INDEX ix_area_opening_account ON area_opening (account_id, area_id);
