-- 系统比对 as it was when a round was decided: later it would find the record that the approval made.
CREATE TABLE application_check (
    number   text    NOT NULL,
    round    integer NOT NULL,
    position integer NOT NULL,
    good     boolean NOT NULL,
    text     text    NOT NULL,
    href     text,
    CONSTRAINT pk_application_check PRIMARY KEY (number, round, position),
    CONSTRAINT fk_application_check_round FOREIGN KEY (number, round) REFERENCES application_round ON DELETE CASCADE
);

-- Which paper documents had come when a round was decided.
CREATE TABLE application_paper (
    number   text    NOT NULL,
    round    integer NOT NULL,
    position integer NOT NULL,
    document text    NOT NULL,
    received boolean NOT NULL,
    CONSTRAINT pk_application_paper PRIMARY KEY (number, round, position),
    CONSTRAINT fk_application_paper_round FOREIGN KEY (number, round) REFERENCES application_round ON DELETE CASCADE,
    CONSTRAINT ck_application_paper_document CHECK (char_length(document) BETWEEN 1 AND 200)
);
