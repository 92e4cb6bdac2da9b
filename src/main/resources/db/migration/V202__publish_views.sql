-- What modules tell others of their tables; each view stands in the package-info of its module.
CREATE VIEW submitted_application AS
    SELECT number, kind, status, subject_id, title, search_key FROM application;

CREATE VIEW named_area AS
    SELECT id, name, name_key, search_key FROM area;
