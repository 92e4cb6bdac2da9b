-- Values that the administrator set in the place of a default, which is the configuration's (city.Setting). What a value may be
-- stands there too; a value that can't be one is passed over.
CREATE TABLE setting (
    name       text        NOT NULL,
    value      text        NOT NULL,
    version    integer     NOT NULL,
    changed_at timestamptz NOT NULL,
    changed_by text        NOT NULL,
    CONSTRAINT pk_setting PRIMARY KEY (name),
    CONSTRAINT ck_setting_name CHECK (name ~ '^[A-Z][A-Z_]{1,59}$'),
    CONSTRAINT ck_setting_value CHECK (char_length(value) BETWEEN 1 AND 200),
    CONSTRAINT ck_setting_version CHECK (version > 0),
    CONSTRAINT ck_setting_changed_by CHECK (char_length(changed_by) BETWEEN 1 AND 200)
);

-- Years whose holidays were put in here. For all others those of the configuration hold.
CREATE TABLE holiday_year (
    year       integer     NOT NULL,
    version    integer     NOT NULL,
    changed_at timestamptz NOT NULL,
    changed_by text        NOT NULL,
    CONSTRAINT pk_holiday_year PRIMARY KEY (year),
    CONSTRAINT ck_holiday_year_year CHECK (year BETWEEN 2000 AND 2100),
    CONSTRAINT ck_holiday_year_version CHECK (version > 0),
    CONSTRAINT ck_holiday_year_changed_by CHECK (char_length(changed_by) BETWEEN 1 AND 200)
);

-- 放假. A year's announcement may begin with the last days of December before.
CREATE TABLE holiday (
    year      integer NOT NULL,
    starts_on date    NOT NULL,
    ends_on   date    NOT NULL,
    name      text    NOT NULL,
    CONSTRAINT pk_holiday PRIMARY KEY (year, starts_on),
    CONSTRAINT fk_holiday_year FOREIGN KEY (year) REFERENCES holiday_year (year) ON DELETE CASCADE,
    CONSTRAINT ck_holiday_order CHECK (ends_on >= starts_on),
    CONSTRAINT ck_holiday_within_year CHECK (
        starts_on >= make_date(year - 1, 12, 1) AND ends_on <= make_date(year + 1, 1, 31)),
    CONSTRAINT ck_holiday_name CHECK (char_length(name) BETWEEN 1 AND 20),
    CONSTRAINT ex_holiday_overlap EXCLUDE USING gist (year WITH =, daterange(starts_on, ends_on, '[]') WITH &&)
);

-- 调休上班: Saturdays and Sundays that are worked in exchange.
CREATE TABLE exchanged_workday (
    year integer NOT NULL,
    day  date    NOT NULL,
    CONSTRAINT pk_exchanged_workday PRIMARY KEY (year, day),
    CONSTRAINT fk_exchanged_workday_year FOREIGN KEY (year) REFERENCES holiday_year (year) ON DELETE CASCADE,
    CONSTRAINT ck_exchanged_workday_weekend CHECK (EXTRACT(isodow FROM day) IN (6, 7)),
    CONSTRAINT ck_exchanged_workday_within_year CHECK (
        day >= make_date(year - 1, 12, 1) AND day <= make_date(year + 1, 1, 31))
);
