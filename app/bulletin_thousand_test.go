package app

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"gongkailan/assets"
	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/data/seal"
	"gongkailan/data/store"
	"gongkailan/data/workday"
)

const thousandPassword = "公开栏-2026"

// thousand is a unit with a thousand items of every audience in every status, whose every text is made of characters by
// chance, so that one that is met elsewhere comes from there. It keeps apart what is public today and what is not.
type thousand struct {
	t       *testing.T
	random  *rand.Rand
	now     time.Time
	path    string
	public  []string // texts that the lobby may show
	secret  []string // texts that it may not
	persons []string // numbers of persons' phones and papers, in drafts, forms and opinions

	broken int // items that say they are up and whose seals do not hold

	signers map[string]*hands
	last    seal.Record // of the log
}

// hands is somebody of the unit with the own key.
type hands struct {
	person data.Person
	cert   seal.Certificate
	key    seal.Key
}

func newThousand(t *testing.T) *thousand {
	t.Helper()
	u := &thousand{
		t: t, random: rand.New(rand.NewPCG(1, 2)), now: time.Date(2026, 2, 27, 10, 0, 0, 0, data.Shanghai()),
		path: filepath.Join(t.TempDir(), "一千.db"), signers: map[string]*hands{},
	}
	ctx := context.Background()
	catalogue, err := data.ReadCatalogue(assets.DefaultCatalogue())
	require.NoError(t, err)
	catalogue.From = "2026-01-01"
	d, err := desk.Create(ctx, u.path, desk.Setup{
		Unit:    data.Unit{Name: "云岭县食品药品监督管理局", Contact: data.Contact{Office: "局机关党委", Phone: "12345"}},
		Offices: []data.Office{{ID: "bgs", Name: "办公室"}}, Catalogue: catalogue,
		People: []desk.Newcomer{
			u.newcomer("clerk", data.Clerk), u.newcomer("checker", data.Checker), u.newcomer("approver", data.Approver), u.newcomer("admin", data.Admin),
		},
	}, u.options())
	require.NoError(t, err)
	by, err := d.SignIn(ctx, u.signers["checker"].person.Name, thousandPassword)
	require.NoError(t, err)
	for range 10 {
		text := data.OpinionText{Subject: u.hidden(8), Text: u.hidden(60), Name: u.hidden(4), Contact: u.phone()}
		_, err := by.RegisterOpinion(ctx, data.OpinionSaid{ReceivedOn: d.Today(), Way: data.WayBox}, text)
		require.NoError(t, err)
	}
	require.NoError(t, d.Close())
	u.now = time.Date(2026, 3, 5, 10, 0, 0, 0, data.Shanghai())
	u.fill(catalogue)
	return u
}

func (u *thousand) options() desk.Options {
	return desk.Options{Now: func() time.Time { return u.now }, Calendar: workday.New(), Cost: cheap()}
}

// newcomer is somebody whose name and duty are nobody's business in the lobby; only the checker signs the public file,
// which names who signs.
func (u *thousand) newcomer(who string, role data.Role) desk.Newcomer {
	name := "梁敏"
	if role != data.Checker {
		name = u.hidden(4)
	}
	p := data.Person{Name: name, OfficeID: "bgs", Duty: u.hidden(5), Roles: []data.Role{role}, From: "2026-01-01"}
	u.signers[who] = &hands{person: p}
	return desk.Newcomer{Person: p, Password: thousandPassword}
}

// chance gives n characters by chance, none of which breaks a line or makes a heading.
func (u *thousand) chance(n int) string {
	var text strings.Builder
	for range n {
		text.WriteRune(rune(0x4E00 + u.random.IntN(0x9FA5-0x4E00)))
	}
	return text.String()
}

// hidden gives a text that may not be met in the lobby.
func (u *thousand) hidden(n int) string {
	text := u.chance(n)
	u.secret = append(u.secret, text)
	return text
}

func (u *thousand) phone() string {
	number := fmt.Sprintf("139%08d", u.random.IntN(100_000_000))
	u.persons = append(u.persons, number)
	return number
}

func (u *thousand) paper() string {
	number := fmt.Sprintf("5325011975%08d", u.random.IntN(100_000_000))
	u.persons = append(u.persons, number)
	return number
}

// fill writes the items into the store in one go, each with the records that its status needs, signed by the persons'
// own keys: what the desk would take half a minute for.
func (u *thousand) fill(catalogue data.Catalogue) {
	ctx := context.Background()
	s, err := store.Open(ctx, u.path)
	require.NoError(u.t, err)
	require.NoError(u.t, s.Write(ctx, func(tx *store.Tx) error {
		if err := u.identify(ctx, tx); err != nil {
			return err
		}
		statuses := append(data.Statuses(), data.Published, data.Published, data.Published)
		for n := range 1000 {
			status, audience := statuses[n%len(statuses)], data.Audiences()[n/len(statuses)%len(data.Audiences())]
			it := u.item(n, status, audience, catalogue.Entries[n%len(catalogue.Entries)].Code)
			if err := u.record(ctx, tx, &it); err != nil {
				return err
			}
			if err := tx.AddItem(ctx, it, it.Form.Names()...); err != nil {
				return err
			}
		}
		return nil
	}))
	require.NoError(u.t, s.Close())
}

// identify reads the persons' keys and where the log ends.
func (u *thousand) identify(ctx context.Context, tx *store.Tx) error {
	people, err := tx.People(ctx)
	if err != nil {
		return err
	}
	for _, p := range people {
		for _, h := range u.signers {
			if h.person.Name != p.Name {
				continue
			}
			cert, _, err := tx.Certificate(ctx, p.ID)
			if err != nil {
				return err
			}
			secret, err := tx.Secret(ctx, p.ID)
			if err != nil {
				return err
			}
			seed, err := secret.Locked.Open(thousandPassword, p.ID)
			if err != nil {
				return err
			}
			h.person, h.cert = p, cert.Certificate
			if h.key, err = seal.KeyOf(seed); err != nil {
				return err
			}
		}
	}
	u.last, err = tx.LastRecord(ctx)
	return err
}

// item makes one item. What is up for the whole society is public; one whose status is 已到期 is up by its row and past
// its last day.
func (u *thousand) item(n int, status data.Status, audience data.Audience, entry string) data.Item {
	it := data.Item{
		ID: fmt.Sprintf("0198%08x-7000-8000-000000000000", n), Version: 1, Number: fmt.Sprintf("2026-%04d", n+1), OfficeID: "bgs", Status: status,
		HandlerID: u.signers["clerk"].person.ID, CreatedBy: u.signers["clerk"].person.ID, CreatedAt: u.now.Add(-72 * time.Hour),
	}
	it.EntryCode, it.Kind, it.Mode, it.Audience, it.Decision = entry, data.Announcement, data.Immediate, audience, data.ByDeputy
	it.Channels = audience.DefaultChannels()
	it.From, it.To, it.Issuer, it.IssueDate = "2026-03-02", "2026-03-31", "局党组", "2026-03-02"
	if status == data.Expired {
		it.Status, it.To = data.Published, "2026-03-04"
	}
	broken := it.Status == data.Published && n%5 == 0
	if broken { // it says that it was signed before anybody could sign
		it.CreatedAt = u.now.AddDate(0, 0, -20)
		u.broken++
	}
	public := it.Status == data.Published && status != data.Expired && audience == data.Society && !broken
	text := u.hidden
	if public {
		text = func(n int) string {
			text := u.chance(n)
			u.public = append(u.public, text)
			return text
		}
	}
	it.Title, it.Body = text(12), text(60)+"\n"+text(40)
	it.Form = data.Form{Template: "notice", Fields: fmt.Sprintf(`{"name":%q,"phone":%q}`, u.hidden(4), u.phone())}
	if !public {
		it.Body += "\n" + text(10) + u.paper() + text(6) + u.phone()
		it.Filing = data.Filing{Plan: u.hidden(10), Number: u.hidden(5)}
		it.Attachments = []data.Attachment{{Name: u.hidden(8) + ".xlsx", Digest: strings.Repeat("a", 64), Size: 1}}
		it.Correction = u.hidden(12)
	}
	return it
}

// record puts into the log how the item came to its status, of those that were approved; the words of each step are for
// the office alone.
func (u *thousand) record(ctx context.Context, tx *store.Tx, it *data.Item) error {
	at := it.CreatedAt
	if err := u.append(ctx, tx, "clerk", at, *it, seal.Record{Kind: "draft", Statement: "{}"}); err != nil {
		return err
	}
	acts := []data.Act{data.ActPropose, data.ActCheck, data.ActApprove, data.ActPublish, data.ActWithdraw}
	steps := map[data.Status]int{data.ToCheck: 1, data.ToApprove: 2, data.Approved: 3, data.Published: 4, data.Withdrawn: 5}[it.Status]
	who := []string{"clerk", "checker", "approver", "clerk", "checker"}
	for i, act := range acts[:steps] {
		at = at.Add(time.Hour)
		said := data.Statement{Note: u.hidden(15)}
		if act == data.ActCheck {
			said.Findings = &data.Findings{NotSecret: true, Necessary: true, Accurate: true, Secrecy: u.hidden(10)}
		}
		statement, err := json.Marshal(said)
		if err != nil {
			return err
		}
		r := seal.Record{Kind: "act", Act: string(act), Digest: it.Digest(), Statement: string(statement)}
		if err := u.append(ctx, tx, who[i], at, *it, r); err != nil {
			return err
		}
	}
	it.UpdatedAt = at
	return nil
}

func (u *thousand) append(ctx context.Context, tx *store.Tx, who string, at time.Time, it data.Item, r seal.Record) error {
	by := u.signers[who]
	r.ID, r.At = fmt.Sprintf("0199%08x-7000-8000-000000000000", u.last.Seq), seal.Instant(at)
	r.PersonID, r.KeyID, r.Name, r.Duty, r.Office = by.person.ID, by.cert.ID(), by.person.Name, by.person.Duty, "办公室"
	r.ItemID, r.Version, r.Number = it.ID, it.Version, it.Number
	u.last = r.After(u.last, by.key)
	return tx.Append(ctx, u.last)
}
