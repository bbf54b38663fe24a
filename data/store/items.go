package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"gongkailan/data"
)

type itemRow struct {
	ID             string        `db:"id"`
	Version        int           `db:"version"`
	Number         string        `db:"number"`
	OfficeID       string        `db:"office_id"`
	EntryCode      string        `db:"entry_code"`
	Kind           data.Kind     `db:"kind"`
	Title          string        `db:"title"`
	Body           string        `db:"body"`
	Attachments    string        `db:"attachments"`
	Mode           data.Mode     `db:"mode"`
	Audience       data.Audience `db:"audience"`
	Channels       string        `db:"channels"`
	Decision       data.Decision `db:"decision"`
	From           data.Date     `db:"from_on"`
	To             data.Date     `db:"to_on"`
	Review         data.Date     `db:"review_on"`
	Issuer         string        `db:"issuer"`
	IssueDate      data.Date     `db:"issue_date"`
	ContactOffice  string        `db:"contact_office"`
	ContactPhone   string        `db:"contact_phone"`
	ContactAddress string        `db:"contact_address"`
	ContactMailbox string        `db:"contact_mailbox"`
	FilingPlan     string        `db:"filing_plan"`
	FilingNumber   string        `db:"filing_number"`
	FilingOn       data.Date     `db:"filing_on"`
	FilingDocument string        `db:"filing_document"`
	Stages         string        `db:"stages"`
	Stage          int           `db:"stage"`
	Correction     string        `db:"correction"`
	Template       string        `db:"template"`
	Fields         string        `db:"fields"`
	HandlerID      string        `db:"handler_id"`
	Status         data.Status   `db:"status"`
	CreatedBy      string        `db:"created_by"`
	CreatedAt      string        `db:"created_at"`
	UpdatedAt      string        `db:"updated_at"`
}

func rowOf(it data.Item) itemRow {
	document := ""
	if it.Filing.Document != nil {
		document = writeJSON(it.Filing.Document)
	}
	return itemRow{
		ID: it.ID, Version: it.Version, Number: it.Number, OfficeID: it.OfficeID, EntryCode: it.EntryCode,
		Kind: it.Kind, Title: it.Title, Body: it.Body, Attachments: writeJSON(append([]data.Attachment{}, it.Attachments...)), Mode: it.Mode,
		Audience: it.Audience, Channels: writeList(it.Channels), Decision: it.Decision, From: it.From, To: it.To,
		Review: it.Review, Issuer: it.Issuer, IssueDate: it.IssueDate, ContactOffice: it.Contact.Office,
		ContactPhone: it.Contact.Phone, ContactAddress: it.Contact.Address, ContactMailbox: it.Contact.Mailbox,
		FilingPlan: it.Filing.Plan, FilingNumber: it.Filing.Number, FilingOn: it.Filing.On, FilingDocument: document,
		Stages: writeJSON(append([]data.Stage{}, it.Stages...)), Stage: it.Stage, Correction: it.Correction,
		Template: it.Form.Template, Fields: it.Form.Fields, HandlerID: it.HandlerID, Status: it.Status,
		CreatedBy: it.CreatedBy, CreatedAt: writeInstant(it.CreatedAt), UpdatedAt: writeInstant(it.UpdatedAt),
	}
}

func (r itemRow) item() data.Item {
	return data.Item{
		ID: r.ID, Version: r.Version, Number: r.Number, OfficeID: r.OfficeID,
		Content: data.Content{
			EntryCode: r.EntryCode, Kind: r.Kind, Title: r.Title, Body: r.Body,
			Attachments: readAttachments(r.Attachments), Mode: r.Mode, Audience: r.Audience,
			Channels: readList[data.Channel](r.Channels), Decision: r.Decision, From: r.From, To: r.To,
			Review: r.Review, Issuer: r.Issuer, IssueDate: r.IssueDate,
			Contact: data.Contact{
				Office: r.ContactOffice, Phone: r.ContactPhone, Address: r.ContactAddress, Mailbox: r.ContactMailbox,
			},
			Filing: data.Filing{
				Plan: r.FilingPlan, Number: r.FilingNumber, On: r.FilingOn, Document: readDocument(r.FilingDocument),
			},
			Stages: readStages(r.Stages), Stage: r.Stage, Correction: r.Correction,
		},
		Form: data.Form{Template: r.Template, Fields: r.Fields}, HandlerID: r.HandlerID,
		Status: r.Status, CreatedBy: r.CreatedBy, CreatedAt: readInstant(r.CreatedAt),
		UpdatedAt: readInstant(r.UpdatedAt),
	}
}

// readAttachments reads the list from JSON. What cannot be read was written by hand: it stays as the name of one
// attachment, so that it is seen and fits no signature.
func readAttachments(text string) []data.Attachment {
	var list []data.Attachment
	if err := json.Unmarshal([]byte(text), &list); err != nil {
		return []data.Attachment{{Name: text}}
	}
	return list
}

// readStages reads the stages, nil for none; as readAttachments, what cannot be read stays as a name.
func readStages(text string) []data.Stage {
	var list []data.Stage
	if err := json.Unmarshal([]byte(text), &list); err != nil {
		return []data.Stage{{Name: text}}
	}
	if len(list) == 0 {
		return nil
	}
	return list
}

func readDocument(text string) *data.Attachment {
	if text == "" {
		return nil
	}
	document := &data.Attachment{}
	if err := json.Unmarshal([]byte(text), document); err != nil {
		return &data.Attachment{Name: text}
	}
	return document
}

const itemColumns = `id, version, number, office_id, entry_code, kind, title, body, attachments, mode, audience, channels,
       decision, from_on, to_on, review_on, issuer, issue_date, contact_office, contact_phone, contact_address,
       contact_mailbox, filing_plan, filing_number, filing_on, filing_document, stages, stage, correction, template,
       fields, handler_id, status, created_by, created_at, updated_at`

const itemInsert = `
INSERT INTO items (id, version, number, office_id, entry_code, kind, title, body, attachments, mode, audience, channels,
                   decision, from_on, to_on, review_on, issuer, issue_date, contact_office, contact_phone,
                   contact_address, contact_mailbox, filing_plan, filing_number, filing_on, filing_document, stages,
                   stage, correction, template, fields, handler_id, status, created_by, created_at, updated_at)
VALUES (:id, :version, :number, :office_id, :entry_code, :kind, :title, :body, :attachments, :mode, :audience, :channels,
        :decision, :from_on, :to_on, :review_on, :issuer, :issue_date, :contact_office, :contact_phone,
        :contact_address, :contact_mailbox, :filing_plan, :filing_number, :filing_on, :filing_document, :stages,
        :stage, :correction, :template, :fields, :handler_id, :status, :created_by, :created_at, :updated_at)`

// AddItem adds a version of an item and has it found, also by the names of the persons whom it is about.
func (t *Tx) AddItem(ctx context.Context, it data.Item, names ...string) error {
	if _, err := t.tx.NamedExecContext(ctx, itemInsert, rowOf(it)); err != nil {
		return fmt.Errorf("add the item %s: %w", it.Number, err)
	}
	return t.index(ctx, it, names)
}

const itemUpdate = `
UPDATE items
   SET entry_code = :entry_code, kind = :kind, title = :title, body = :body, attachments = :attachments, mode = :mode,
       audience = :audience, channels = :channels, decision = :decision, from_on = :from_on, to_on = :to_on,
       review_on = :review_on, issuer = :issuer, issue_date = :issue_date, contact_office = :contact_office,
       contact_phone = :contact_phone, contact_address = :contact_address, contact_mailbox = :contact_mailbox,
       filing_plan = :filing_plan, filing_number = :filing_number, filing_on = :filing_on,
       filing_document = :filing_document, stages = :stages, stage = :stage, correction = :correction,
       template = :template, fields = :fields, updated_at = :updated_at
 WHERE id = :id AND version = :version AND status = 'draft'`

// SaveContent writes the content of a draft and has it found by that, also by the names of the persons whom it is
// about. A version beyond draft is left as it is.
func (t *Tx) SaveContent(ctx context.Context, it data.Item, names ...string) error {
	done, err := t.tx.NamedExecContext(ctx, itemUpdate, rowOf(it))
	if err != nil {
		return fmt.Errorf("save the item %s: %w", it.Number, err)
	}
	if n, err := done.RowsAffected(); err != nil || n == 0 {
		return err
	}
	return t.index(ctx, it, names)
}

const itemStatus = `
UPDATE items
   SET status = ?, updated_at = ?
 WHERE id = ? AND version = ?`

// SetStatus writes the status to which an act has led.
func (t *Tx) SetStatus(ctx context.Context, id string, version int, status data.Status, at time.Time) error {
	if err := t.exec(ctx, itemStatus, status, writeInstant(at), id, version); err != nil {
		return fmt.Errorf("save the status of an item: %w", err)
	}
	return nil
}

const itemLatest = `
SELECT ` + itemColumns + `
  FROM items
 WHERE number = ?
 ORDER BY version DESC
 LIMIT 1`

// Item gives the item's newest version, without steps; ErrNotFound where there is none of that number.
func (t *Tx) Item(ctx context.Context, number string) (data.Item, error) {
	return t.item(ctx, number, itemLatest, number)
}

const itemLive = `
SELECT ` + itemColumns + `
  FROM items
 WHERE number = ? AND status = 'published'
 ORDER BY version DESC
 LIMIT 1`

// Live gives the version of the item that is up, which may have expired, without steps; ErrNotFound where none is.
func (t *Tx) Live(ctx context.Context, number string) (data.Item, error) {
	return t.item(ctx, number, itemLive, number)
}

func (t *Tx) item(ctx context.Context, number, query string, args ...any) (data.Item, error) {
	var r itemRow
	err := t.get(ctx, &r, query, args...)
	if errors.Is(err, sql.ErrNoRows) {
		return data.Item{}, data.Refuse(data.ErrNotFound, "item.none", number)
	}
	if err != nil {
		return data.Item{}, fmt.Errorf("read the item %s: %w", number, err)
	}
	return r.item(), nil
}

const itemVersions = `
SELECT ` + itemColumns + `
  FROM items
 WHERE id = ?
 ORDER BY version`

// Versions gives all versions of the item of that id, the first first, without steps.
func (t *Tx) Versions(ctx context.Context, id string) ([]data.Item, error) {
	return t.itemList(ctx, itemVersions, id)
}

const itemAll = `
SELECT ` + itemColumns + `
  FROM items
 ORDER BY id, version`

// AllVersions gives all versions of all items, without steps.
func (t *Tx) AllVersions(ctx context.Context) ([]data.Item, error) {
	return t.itemList(ctx, itemAll)
}

const itemPublished = `
SELECT ` + itemColumns + `
  FROM items
 WHERE status = 'published' OR id IN (SELECT item_id FROM log WHERE act = 'publish')
 ORDER BY id, version`

// EverPublished gives all versions of the items that say they are up or of which the log says that they once were.
func (t *Tx) EverPublished(ctx context.Context) ([]data.Item, error) {
	return t.itemList(ctx, itemPublished)
}

func (t *Tx) itemList(ctx context.Context, query string, args ...any) ([]data.Item, error) {
	var rows []itemRow
	if err := t.all(ctx, &rows, query, args...); err != nil {
		return nil, fmt.Errorf("read items: %w", err)
	}
	items := make([]data.Item, len(rows))
	for i, r := range rows {
		items[i] = r.item()
	}
	return items, nil
}

const itemHandler = `
UPDATE items
   SET handler_id = ?
 WHERE id = ?`

// SetHandler writes who has the item, all its versions.
func (t *Tx) SetHandler(ctx context.Context, id, personID string) error {
	if err := t.exec(ctx, itemHandler, personID, id); err != nil {
		return fmt.Errorf("save the handler of an item: %w", err)
	}
	return nil
}

const itemsHandled = `
SELECT ` + itemColumns + `
  FROM items AS i
 WHERE handler_id = ? AND NOT EXISTS (SELECT 1 FROM items AS n WHERE n.id = i.id AND n.version > i.version)
 ORDER BY id`

// Handled gives the items that the person has, in their newest versions and without steps.
func (t *Tx) Handled(ctx context.Context, personID string) ([]data.Item, error) {
	return t.itemList(ctx, itemsHandled, personID)
}
