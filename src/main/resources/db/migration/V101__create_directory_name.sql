-- User names of the city's directory as the last refresh saw them: local accounts can't take them. One that is a local
-- account's already is a collision.
CREATE TABLE directory_name (
    username       text        NOT NULL,
    company_name   text        NOT NULL,
    first_seen_at  timestamptz NOT NULL,
    collision_told boolean     NOT NULL DEFAULT false,
    CONSTRAINT pk_directory_name PRIMARY KEY (username),
    CONSTRAINT ck_directory_name_username CHECK (username ~ '^[a-z0-9][a-z0-9._@-]{1,39}$')
);
CREATE INDEX ix_directory_name_prefix ON directory_name (username text_pattern_ops);
