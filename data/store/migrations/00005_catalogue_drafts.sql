-- +goose Up
-- +goose StatementBegin
-- What somebody has changed in the catalogue and not yet saved as a version, so that nothing is lost by leaving. It is
-- nobody's signed word and counts for nothing until it is saved.
CREATE TABLE catalogue_drafts (
    person_id TEXT PRIMARY KEY REFERENCES people (id),
    body      TEXT NOT NULL -- JSON
) STRICT;
-- +goose StatementEnd
