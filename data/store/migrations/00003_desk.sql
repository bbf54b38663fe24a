-- +goose Up
-- What an item's version holds beside: stages of 逐段公开, what was wrong before (更正), the filed plan's file; the form
-- that its text was made from; and who has it now.
-- +goose StatementBegin
ALTER TABLE items ADD COLUMN stages TEXT NOT NULL DEFAULT '[]'; -- JSON
-- +goose StatementEnd
-- +goose StatementBegin
ALTER TABLE items ADD COLUMN stage INTEGER NOT NULL DEFAULT 0;
-- +goose StatementEnd
-- +goose StatementBegin
ALTER TABLE items ADD COLUMN correction TEXT NOT NULL DEFAULT '';
-- +goose StatementEnd
-- +goose StatementBegin
ALTER TABLE items ADD COLUMN filing_document TEXT NOT NULL DEFAULT ''; -- JSON, '' for none
-- +goose StatementEnd
-- +goose StatementBegin
ALTER TABLE items ADD COLUMN template TEXT NOT NULL DEFAULT '';
-- +goose StatementEnd
-- +goose StatementBegin
ALTER TABLE items ADD COLUMN fields TEXT NOT NULL DEFAULT ''; -- JSON
-- +goose StatementEnd
-- +goose StatementBegin
ALTER TABLE items ADD COLUMN handler_id TEXT NOT NULL DEFAULT '';
-- +goose StatementEnd
UPDATE items SET handler_id = created_by;

-- +goose StatementBegin
CREATE TABLE settings (
    id   INTEGER PRIMARY KEY CHECK (id = 1),
    body TEXT NOT NULL -- JSON
) STRICT;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TABLE delegations (
    id   TEXT PRIMARY KEY,
    body TEXT NOT NULL -- JSON
) STRICT;
-- +goose StatementEnd

-- +goose StatementBegin
-- The uses of channels: what was disclosed where and when, and what hangs on the board of paper.
CREATE TABLE uses (
    id       TEXT PRIMARY KEY,
    item_id  TEXT NOT NULL,
    number   TEXT NOT NULL,
    version  INTEGER NOT NULL,
    channel  TEXT NOT NULL,
    on_date  TEXT NOT NULL,
    ended_on TEXT NOT NULL, -- '' while it stands
    body     TEXT NOT NULL  -- JSON
) STRICT;
-- +goose StatementEnd
CREATE INDEX uses_item ON uses (item_id, on_date);
CREATE INDEX uses_standing ON uses (channel, ended_on);
