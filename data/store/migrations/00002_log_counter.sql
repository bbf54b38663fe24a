-- +goose Up
-- +goose StatementBegin
-- How many records were ever written to the log, so that a log whose end was cut off shows.
INSERT INTO counters (name, value)
SELECT 'log', coalesce(max(seq), 0)
  FROM log;
-- +goose StatementEnd
