-- +goose Up
-- +goose StatementBegin
-- The mark of a file of ours ("GKL1"), so that another program's database is not taken for one.
PRAGMA application_id = 1196117041;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TABLE unit (
    id              INTEGER PRIMARY KEY CHECK (id = 1),
    name            TEXT NOT NULL,
    superior        TEXT NOT NULL,
    issuer          TEXT NOT NULL,
    contact_office  TEXT NOT NULL,
    contact_phone   TEXT NOT NULL,
    contact_address TEXT NOT NULL,
    contact_mailbox TEXT NOT NULL,
    demo            INTEGER NOT NULL,
    root            BLOB -- the unit's public root key, NULL until the unit is founded
) STRICT;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TABLE offices (
    id       TEXT PRIMARY KEY,
    name     TEXT NOT NULL UNIQUE,
    position INTEGER NOT NULL
) STRICT;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TABLE people (
    id        TEXT PRIMARY KEY,
    name      TEXT NOT NULL,
    office_id TEXT NOT NULL, -- '' for leaders who belong to none
    duty      TEXT NOT NULL,
    roles     TEXT NOT NULL, -- JSON
    from_on   TEXT NOT NULL,
    until_on  TEXT NOT NULL
) STRICT;
-- +goose StatementEnd
CREATE INDEX people_name ON people (name);

-- +goose StatementBegin
CREATE TABLE certificates (
    id         TEXT PRIMARY KEY,
    person_id  TEXT NOT NULL REFERENCES people (id),
    body       TEXT NOT NULL, -- the certificate, JSON
    ended      INTEGER NOT NULL -- number of the log record that ended it, 0 while it is in use
) STRICT;
-- +goose StatementEnd
CREATE UNIQUE INDEX certificates_current ON certificates (person_id) WHERE ended = 0;

-- +goose StatementBegin
CREATE TABLE secrets (
    person_id TEXT PRIMARY KEY REFERENCES people (id),
    locked    TEXT NOT NULL, -- the private key under the person's password, JSON
    root      BLOB           -- the unit's root key sealed to an administrator
) STRICT;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TABLE signins (
    person_id TEXT PRIMARY KEY REFERENCES people (id),
    failures  INTEGER NOT NULL, -- in a row
    until_at  TEXT NOT NULL     -- no sign-in before, '' for none
) STRICT;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TABLE catalogues (
    version INTEGER PRIMARY KEY,
    from_on TEXT NOT NULL
) STRICT;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TABLE categories (
    version  INTEGER NOT NULL REFERENCES catalogues (version),
    position INTEGER NOT NULL,
    code     TEXT NOT NULL,
    title    TEXT NOT NULL,
    short    TEXT NOT NULL,
    PRIMARY KEY (version, code)
) STRICT;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TABLE entries (
    version   INTEGER NOT NULL REFERENCES catalogues (version),
    position  INTEGER NOT NULL,
    code      TEXT NOT NULL,
    category  TEXT NOT NULL,
    title     TEXT NOT NULL,
    mode      TEXT NOT NULL,
    audience  TEXT NOT NULL,
    decision  TEXT NOT NULL,
    office_id TEXT NOT NULL, -- '' until the unit assigns one
    PRIMARY KEY (version, code)
) STRICT;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TABLE counters (
    name  TEXT PRIMARY KEY, -- 'item 2026'
    value INTEGER NOT NULL
) STRICT;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TABLE items (
    id              TEXT NOT NULL, -- UUID v7, the same in all versions
    version         INTEGER NOT NULL,
    number          TEXT NOT NULL, -- 2026-0012
    office_id       TEXT NOT NULL,
    entry_code      TEXT NOT NULL,
    kind            TEXT NOT NULL,
    title           TEXT NOT NULL,
    body            TEXT NOT NULL,
    attachments     TEXT NOT NULL, -- JSON
    mode            TEXT NOT NULL,
    audience        TEXT NOT NULL,
    channels        TEXT NOT NULL, -- JSON
    decision        TEXT NOT NULL,
    from_on         TEXT NOT NULL,
    to_on           TEXT NOT NULL,
    review_on       TEXT NOT NULL,
    issuer          TEXT NOT NULL,
    issue_date      TEXT NOT NULL,
    contact_office  TEXT NOT NULL,
    contact_phone   TEXT NOT NULL,
    contact_address TEXT NOT NULL,
    contact_mailbox TEXT NOT NULL,
    filing_plan     TEXT NOT NULL,
    filing_number   TEXT NOT NULL,
    filing_on       TEXT NOT NULL,
    status          TEXT NOT NULL,
    created_by      TEXT NOT NULL,
    created_at      TEXT NOT NULL,
    updated_at      TEXT NOT NULL,
    PRIMARY KEY (id, version),
    UNIQUE (number, version)
) STRICT;
-- +goose StatementEnd
CREATE INDEX items_status ON items (status, id);
CREATE INDEX items_entry ON items (entry_code, id);
CREATE INDEX items_office ON items (office_id, id);

-- +goose StatementBegin
CREATE TABLE log (
    seq       INTEGER PRIMARY KEY,
    id        TEXT NOT NULL UNIQUE,
    at        TEXT NOT NULL,
    kind      TEXT NOT NULL,
    person_id TEXT NOT NULL,
    key_id    TEXT NOT NULL,
    name      TEXT NOT NULL,
    duty      TEXT NOT NULL,
    office    TEXT NOT NULL,
    act       TEXT NOT NULL,
    item_id   TEXT NOT NULL, -- the item, or the person whom the record is about
    version   INTEGER NOT NULL,
    number    TEXT NOT NULL,
    digest    TEXT NOT NULL,
    statement TEXT NOT NULL,
    prev      TEXT NOT NULL,
    hash      TEXT NOT NULL,
    signature BLOB NOT NULL
) STRICT;
-- +goose StatementEnd
CREATE INDEX log_item ON log (item_id, seq);
CREATE INDEX log_kind ON log (kind, seq);
CREATE INDEX log_act ON log (act, item_id);

-- What was signed stays. These stop a slip; whoever drops them is found out by the chain.
-- +goose StatementBegin
CREATE TRIGGER log_no_update BEFORE UPDATE ON log BEGIN
    SELECT RAISE(ABORT, 'the log is append-only');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER log_no_delete BEFORE DELETE ON log BEGIN
    SELECT RAISE(ABORT, 'the log is append-only');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER log_no_replace BEFORE INSERT ON log WHEN EXISTS (SELECT 1 FROM log WHERE seq = NEW.seq OR id = NEW.id) BEGIN
    SELECT RAISE(ABORT, 'the log is append-only');
END;
-- +goose StatementEnd
