package data_test

import (
	"encoding/json"
	"reflect"
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
)

// TestEveryFieldOfTheContentIsUnderTheSignature changes one field after the other: whatever is shown and not in the
// digest could be changed after approval.
func TestEveryFieldOfTheContentIsUnderTheSignature(t *testing.T) {
	it := anItem(data.ByDeputy)
	content := reflect.TypeFor[data.Content]()
	for i := range content.NumField() {
		changed := it
		field := reflect.ValueOf(&changed.Content).Elem().Field(i)
		switch field.Kind() {
		case reflect.String:
			field.SetString(field.String() + "改")
		case reflect.Slice:
			field.Set(reflect.Append(field, reflect.Zero(field.Type().Elem())))
		case reflect.Int:
			field.SetInt(field.Int() + 1)
		case reflect.Struct:
			field.Field(0).SetString("改")
		default:
			t.Fatalf("a field of kind %s", field.Kind())
		}
		require.NotEqual(t, it.Digest(), changed.Digest(), content.Field(i).Name)
	}
	for name, change := range map[string]func(*data.Item){
		"id": func(it *data.Item) { it.ID = "x" }, "version": func(it *data.Item) { it.Version++ },
		"number": func(it *data.Item) { it.Number = "x" }, "office": func(it *data.Item) { it.OfficeID = "x" },
	} {
		changed := it
		change(&changed)
		require.NotEqual(t, it.Digest(), changed.Digest(), name)
	}
}

func TestTheDigestIsTheSameHoweverEmptyListsAreKept(t *testing.T) {
	a, b := anItem(data.ByDeputy), anItem(data.ByDeputy)
	a.Attachments, b.Attachments = nil, []data.Attachment{}
	require.Equal(t, a.Digest(), b.Digest())
}

func TestWhatCannotBeProposedSaysWhy(t *testing.T) {
	faults := map[string]func(*data.Content){
		"item.title":    func(c *data.Content) { c.Title = " " },
		"item.body":     func(c *data.Content) { c.Body = "" },
		"item.mode":     func(c *data.Content) { c.Mode = "" },
		"item.audience": func(c *data.Content) { c.Audience = "" },
		"item.channels": func(c *data.Content) { c.Channels = nil },
		"item.channel":  func(c *data.Content) { c.Audience = data.Party },
		"item.issuer":   func(c *data.Content) { c.Issuer = "" },
		"item.contact":  func(c *data.Content) { c.Contact = data.Contact{Office: "机关党委"} },
		"item.from":     func(c *data.Content) { c.From = "" },
		"item.to":       func(c *data.Content) { c.To = "" },
		"item.period":   func(c *data.Content) { c.To = "2026-03-01" },
		"item.longterm": func(c *data.Content) { c.Mode = data.LongTerm },
		"item.review":   func(c *data.Content) { c.Mode, c.Kind, c.To = data.LongTerm, data.Announcement, "" },
	}
	for code, fault := range faults {
		c := anItem(data.ByDeputy).Content
		require.NoError(t, c.Check())
		fault(&c)
		refusedAs(t, c.Check(), code)
	}
}

func TestTheLastDayIsIncluded(t *testing.T) {
	it := anItem(data.ByDeputy)
	it.Status = data.Published
	it.Steps = []data.Step{{Act: data.ActPublish, At: today.Time()}}
	require.True(t, it.IsPublic(it.To))
	require.Equal(t, data.Expired, it.StatusOn(it.To.AddDays(1)))
	require.False(t, it.IsPublic(it.To.AddDays(1)))
	it.Audience = data.Staff
	require.False(t, it.IsPublic(today), "the lobby shows what is for the whole society only")
}

func TestAStepSurvivesWritingAndReading(t *testing.T) {
	said := everything(true)
	text, err := json.Marshal(said)
	require.NoError(t, err)
	var read data.Statement
	require.NoError(t, json.Unmarshal(text, &read))
	require.Equal(t, said, read)
}

func TestOnlyWhatIsForThoseWhoReadThereIsOnline(t *testing.T) {
	up := func(audience data.Audience, channels ...data.Channel) data.Item {
		it := anItem(data.ByDeputy)
		it.Audience, it.Channels, it.Status, it.To = audience, channels, data.Published, "2026-03-10"
		it.Steps = []data.Step{{Act: data.ActPublish, At: data.Date("2026-03-05").Begin()}}
		return it
	}
	both := []data.Channel{data.LAN, data.Internet}
	society, staff, party := up(data.Society, both...), up(data.Staff, both...), up(data.Party, both...)
	require.True(t, society.IsOnline(data.LAN, today))
	require.True(t, society.IsOnline(data.Internet, today))
	require.True(t, staff.IsOnline(data.LAN, today))
	require.False(t, staff.IsOnline(data.Internet, today), "whatever its channels say")
	require.False(t, party.IsOnline(data.LAN, today))
	require.False(t, party.IsOnline(data.Internet, today))
	require.False(t, up(data.Society, data.LAN).IsOnline(data.Internet, today), "the channel was not agreed to")
	require.False(t, up(data.Society, data.Lobby).IsOnline(data.Lobby, today), "the lobby is no folder of pages")
	require.True(t, society.IsOnline(data.LAN, society.To))
	require.False(t, society.IsOnline(data.LAN, society.To.AddDays(1)))
	require.False(t, society.IsOnline(data.LAN, "2026-03-04"), "not before it went up")
	for _, status := range data.Statuses() {
		it := society
		it.Status = status
		require.Equal(t, status == data.Published, it.IsOnline(data.LAN, today), status)
	}
	society.Steps = nil
	require.False(t, society.IsOnline(data.LAN, today), "nobody published it")
}
