-- Name and district of every organisation that has people, whatever its kind: what the list of operators shows and is
-- narrowed down by. A view, so that accounts know no more of the other tables than this.
CREATE VIEW organisation_card AS
    SELECT 'ENTERPRISE' AS org_type, id AS org_id, name, district_id FROM enterprise
    UNION ALL SELECT 'OFFICE', id, name, district_id FROM management_office
    UNION ALL SELECT 'COMMITTEE', id, name, district_id FROM committee
    UNION ALL SELECT 'DISTRICT_CENTRE', id, centre_name, id FROM district_centre;

CREATE INDEX ix_operator_last_sign_in ON operator (last_sign_in_at) WHERE state = 'ACTIVE';
