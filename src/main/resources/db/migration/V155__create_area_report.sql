-- 物业区域问题反馈: what people found wrong with the list of areas, as a ticket with a number, a state and a result.
CREATE TABLE area_report (
    number         text        NOT NULL,
    -- The page that shows the number once more, and what makes a resent form the same report.
    token          uuid        NOT NULL,
    kind           text        NOT NULL,
    state          text        NOT NULL,
    district_id    uuid,
    areas          text        NOT NULL,
    description    text        NOT NULL,
    contact_name   text        NOT NULL,
    contact_mobile text        NOT NULL,
    reported_at    timestamptz NOT NULL,
    reply          text        NOT NULL DEFAULT '',
    result_area    uuid,
    closed_at      timestamptz,
    closed_by      text,
    told_at        timestamptz,
    told_by        text,
    version        integer     NOT NULL,
    CONSTRAINT pk_area_report PRIMARY KEY (number),
    CONSTRAINT uq_area_report_token UNIQUE (token),
    CONSTRAINT fk_area_report_district FOREIGN KEY (district_id) REFERENCES district_centre (id),
    CONSTRAINT fk_area_report_result FOREIGN KEY (result_area) REFERENCES area (id),
    CONSTRAINT ck_area_report_number CHECK (number ~ '^FK[0-9]{8}-[0-9]{4,6}$'),
    CONSTRAINT ck_area_report_kind CHECK (kind IN ('MISSING', 'SPLIT', 'WRONG_NAME')),
    -- A missing area is looked into by its district, everything else by the municipal centre.
    CONSTRAINT ck_area_report_district CHECK ((kind = 'MISSING') = (district_id IS NOT NULL)),
    CONSTRAINT ck_area_report_state CHECK (state IN ('OPEN', 'DONE', 'REJECTED')),
    CONSTRAINT ck_area_report_closed CHECK (
        (state = 'OPEN') = (closed_at IS NULL) AND (closed_at IS NULL) = (closed_by IS NULL)
        AND (state = 'OPEN' OR reply <> '') AND (state = 'DONE' OR result_area IS NULL)),
    CONSTRAINT ck_area_report_told CHECK ((told_at IS NULL) = (told_by IS NULL) AND (told_at IS NULL OR state <> 'OPEN')),
    CONSTRAINT ck_area_report_lengths CHECK (
        char_length(areas) BETWEEN 1 AND 500 AND char_length(description) BETWEEN 1 AND 1000
        AND char_length(contact_name) BETWEEN 1 AND 60 AND contact_mobile ~ '^1[3-9][0-9]{9}$'
        AND char_length(reply) <= 1000)
);

CREATE INDEX ix_area_report_state ON area_report (state, reported_at, number);
CREATE INDEX ix_area_report_district ON area_report (district_id, state, reported_at, number);
CREATE INDEX ix_area_report_reported ON area_report (reported_at, number);
CREATE INDEX ix_area_report_untold ON area_report (closed_at) WHERE state <> 'OPEN' AND told_at IS NULL;
CREATE INDEX ix_area_report_result ON area_report (result_area) WHERE result_area IS NOT NULL;
