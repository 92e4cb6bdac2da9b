-- What the list of areas is filtered by, of what other features keep: which areas have a committee in office, and from when
-- to when which are managed. Views, so that the list knows no more of their tables than this.
CREATE VIEW area_governed AS SELECT area_id FROM committee WHERE status IN ('IN_OFFICE', 'EXPIRED');
CREATE VIEW area_managed AS SELECT area_id, effective FROM association WHERE NOT isempty(effective);

CREATE INDEX ix_area_type_name ON area (type, name_key, id);
CREATE INDEX ix_area_account_name ON area (name_key, id) WHERE fund_account_number IS NOT NULL;
CREATE INDEX ix_area_merged_name ON area (name_key, id) WHERE state = 'MERGED';
