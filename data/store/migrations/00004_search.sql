-- +goose Up
-- +goose StatementBegin
-- What the search has indexed: one row for each version of an item. The number is the row's own key, so that it stays
-- when the file is packed, which the hidden row numbers of items do not.
CREATE TABLE search_docs (
    doc     INTEGER PRIMARY KEY,
    item_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    UNIQUE (item_id, version)
) STRICT;
-- +goose StatementEnd

-- +goose StatementBegin
-- The words of each of them, set apart by spaces; docid is search_docs.doc. It is for finding only: what is shown is
-- read from items. It is made as fts3, which is FTS4 without one thing: FTS4 reads the texts themselves again for common
-- tokens, and where all are common, as single characters are, that takes seconds.
CREATE VIRTUAL TABLE search_text USING fts3 (
    title, body, names, numbers, initials, syllables, tokenize=unicode61
);
-- +goose StatementEnd

-- +goose StatementBegin
-- Whether the items that were there before the index are all in it.
CREATE TABLE search_state (
    id     INTEGER PRIMARY KEY CHECK (id = 1),
    filled INTEGER NOT NULL
) STRICT;
-- +goose StatementEnd
INSERT INTO search_state (id, filled) VALUES (1, 0);

-- All that a list is narrowed by and ordered by, so that narrowing reads no texts.
CREATE INDEX items_list ON items (id, version, status, to_on, number, office_id, entry_code, audience, mode, updated_at);
DROP INDEX items_status;
CREATE INDEX items_status ON items (status, id, version, to_on, number, office_id, entry_code, audience, mode, updated_at);
-- Few items have a later version than the first; this tells quickly which.
CREATE INDEX items_later ON items (id, version) WHERE version > 1;
DROP INDEX items_entry;
DROP INDEX items_office;
