-- +goose Up
-- What visitors send from the lobby comes home: messages of four kinds beside one another, each found again by its
-- receipt, and ballots of an appraisal round.
-- +goose StatementBegin
ALTER TABLE opinions ADD COLUMN kind TEXT NOT NULL DEFAULT 'opinion';
-- +goose StatementEnd
-- +goose StatementBegin
ALTER TABLE opinions ADD COLUMN receipt_id TEXT NOT NULL DEFAULT ''; -- '' where it came without a receipt
-- +goose StatementEnd
-- +goose StatementBegin
ALTER TABLE opinions ADD COLUMN message_id TEXT NOT NULL DEFAULT ''; -- digest of the lobby's file, '' for none
-- +goose StatementEnd
CREATE UNIQUE INDEX opinions_message ON opinions (message_id) WHERE message_id <> '';
CREATE INDEX opinions_kind ON opinions (kind, state);

-- +goose StatementBegin
-- The answers, each enclosed under the key of its receipt: a bulletin carries them as they are.
CREATE TABLE opinion_replies (
    opinion_id TEXT PRIMARY KEY,
    box        BLOB NOT NULL
) STRICT;
-- +goose StatementEnd

-- +goose StatementBegin
-- Nobody signs a ballot. The key is the digest of the file that it came in, and the rows have no other order: none that
-- tells who stood before the screen first.
CREATE TABLE ballots (
    message_id TEXT PRIMARY KEY,
    round_id   TEXT NOT NULL,
    on_date    TEXT NOT NULL,
    votes      TEXT NOT NULL -- JSON
) STRICT, WITHOUT ROWID;
-- +goose StatementEnd
CREATE INDEX ballots_round ON ballots (round_id);
