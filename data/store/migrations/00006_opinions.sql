-- +goose Up
-- Opinions (S5). What everybody may know stands in opinions; what was written is sealed, and so is the key to it.
-- +goose StatementBegin
CREATE TABLE opinions (
    id          TEXT PRIMARY KEY,
    number      TEXT NOT NULL UNIQUE,
    received_on TEXT NOT NULL,
    way         TEXT NOT NULL,
    item_id     TEXT NOT NULL, -- '' for none
    item_number TEXT NOT NULL,
    state       TEXT NOT NULL,
    due_on      TEXT NOT NULL,
    extended    INTEGER NOT NULL,
    handled     INTEGER NOT NULL,
    assigned_id TEXT NOT NULL, -- '' until assigned
    published   INTEGER NOT NULL
) STRICT;
-- +goose StatementEnd
CREATE INDEX opinions_state ON opinions (state, due_on);

-- +goose StatementBegin
CREATE TABLE opinion_texts (
    opinion_id TEXT NOT NULL,
    step       INTEGER NOT NULL, -- with which act it was written, from 0
    box        BLOB NOT NULL,    -- under the opinion's key
    PRIMARY KEY (opinion_id, step)
) STRICT;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TABLE opinion_readers (
    opinion_id TEXT NOT NULL,
    person_id  TEXT NOT NULL,
    sealing    TEXT NOT NULL, -- names the key that the opinion's key is sealed to
    box        BLOB NOT NULL,
    PRIMARY KEY (opinion_id, person_id)
) STRICT;
-- +goose StatementEnd
