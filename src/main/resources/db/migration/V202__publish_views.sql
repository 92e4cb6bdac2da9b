-- What modules tell others of their tables; each view stands in the package-info of its module.
CREATE VIEW submitted_application AS
    SELECT a.number, a.kind, a.status, a.subject_id, a.title, a.search_key, a.district_id, a.street_id, r.details
        FROM application a LEFT JOIN application_round r ON r.number = a.number AND r.round = a.round;

CREATE VIEW named_area AS
    SELECT id, name, name_key, search_key FROM area;
