package reports

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"gongkailan/data"
)

func TestSlipsOfTheHandAreRefusedByTheirField(t *testing.T) {
	name := func(text string) func(Values) { return cellSaying("candidates", 1, "name", text) }
	born := func(text string) func(Values) { return cellSaying("candidates", 2, "born", text) }
	unreachable := func(v Values) {
		for _, way := range []string{"contact_phone", "contact_address", "contact_mailbox"} {
			v[way] = Value{Text: " "}
		}
	}
	cases := []struct {
		template, code, place string
		spoil                 func(Values)
	}{
		{"dues", "document.money", "collected/1/paid", cellSaying("collected", 1, "paid", "-5")},
		{"dues", "document.money", "collected/1/paid", cellSaying("collected", 1, "paid", "1,2345.00")},
		{"dues", "document.money", "carried", saying("carried", "1，23")},
		{"dues", "document.number", "collected/1/members", cellSaying("collected", 1, "members", "1,2")},
		{"dues", "document.overspent", "spent", cellSaying("spent", 1, "sum", "999,999,999.00")},
		{"appointment", "document.year", "issue_date", saying("issue_date", "1920-12-31")},
		{"appointment", "document.year", "to", saying("to", "2101-01-01")},
		{"dues", "document.year", "spent/1/on", cellSaying("spent", 1, "on", "0206-03-05")},
		{"appointment", "document.name.signs", "candidates/1/name", name("王䶮1")},
		{"appointment", "document.name.signs", "candidates/1/name", name("王䶮（女）")},
		{"appointment", "document.name.signs", "candidates/1/name", name("王䶮(女)")},
		{"appointment", "document.name.signs", "candidates/1/name", name("王䶮@局")},
		{"appointment", "document.name.signs", "candidates/1/name", name("王䶮/张𬱟")},
		{"appointment", "document.name.signs", "candidates/1/name", name(`王䶮\张𬱟`)},
		{"superiorletter", "document.name.signs", "contact_person", saying("contact_person", "欧阳䶮１")},
		{"appointment", "document.day", "candidates/2/born", born("1979年2月5日")},
		{"appointment", "document.day", "candidates/2/born", born("1979-02-05")},
		{"appointment", "document.day", "candidates/2/born", born("19790205")},
		{"appointment", "document.month", "candidates/2/born", born("1979")},
		{"appointment", "document.month", "candidates/2/born", born("1979年13月")},
		{"appointment", "document.month", "candidates/2/born", born("四十七岁")},
		{"appointment", "document.year", "candidates/2/born", born("1797-02")},
		{"membership", "document.day", "persons/1/born", cellSaying("persons", 1, "born", "1996.10.1")},
		{"appointment", "document.contact", "contact_phone", unreachable},
		{"publicity", "document.contact", "contact_phone", unreachable},
		{"archivestamp", "document.zero", "leaves", saying("leaves", "0")},
		{"archivestamp", "document.zero", "piece", saying("piece", "0")},
		{"archivecover", "document.zero", "box", saying("box", "0")},
		{"archivecover", "document.zero", "first_piece", saying("first_piece", "0")},
		{"archivecover", "document.zero", "last_piece", saying("last_piece", "0")},
	}
	for _, c := range cases {
		err := checked(t, c.template, c.spoil)
		requireRefused(t, err, c.code, Place(c.template, c.place))
	}
}

// checked checks a template's sample after a change of its fields.
func checked(t *testing.T, code string, change func(Values)) error {
	t.Helper()
	template, err := TemplateOf(code)
	require.NoError(t, err)
	v := sampleOf(t, template)
	change(v)
	return v.check(template)
}

func TestDatesOfADocumentFollowEachOther(t *testing.T) {
	for _, c := range []struct{ template, earlier, later string }{
		{"appointment", "decided_on", "issue_date"},
		{"appointment", "issue_date", "from"},
		{"membership", "decided_on", "issue_date"},
		{"membership", "issue_date", "from"},
		{"honours", "decided_on", "issue_date"},
		{"honours", "issue_date", "from"},
		{"inspectionpreview", "decided_on", "issue_date"},
		{"inspectionpreview", "issue_date", "from"},
		{"inspectionpreview", "issue_date", "inspect_from"},
		{"publicity", "issue_date", "from"},
		{"consultation", "issue_date", "from"},
		{"consultationresult", "asked_to", "issue_date"},
		{"appraisal", "held_on", "issue_date"},
		{"progress", "as_of", "issue_date"},
		{"correction", "notice_date", "issue_date"},
		{"withdrawal", "notice_date", "withdrawn_on"},
		{"withdrawal", "withdrawn_on", "issue_date"},
		{"withheld", "decided_on", "ruled_on"},
		{"withheld", "ruled_on", "issue_date"},
		{"superiorletter", "decided_on", "issue_date"},
		{"filingletter", "decided_on", "issue_date"},
		{"topicreply", "received_on", "issue_date"},
		{"applicationreply", "received_on", "issue_date"},
	} {
		err := checked(t, c.template, func(v Values) {
			later := v.date(c.later)
			v[c.earlier] = Value{Text: string(later)}
			if c.template == "inspectionpreview" && c.later == "inspect_from" {
				v["from"], v["to"] = v["inspect_to"], v["inspect_to"] // they are no bound here
			}
		})
		require.NoError(t, err, "%s: both on the same day", c.template)
		err = checked(t, c.template, func(v Values) { v[c.earlier] = Value{Text: string(v.date(c.later).AddDays(1))} })
		require.ErrorIs(t, err, data.ErrInvalid, "%s %s %s", c.template, c.earlier, c.later)
	}
}

func TestOneWayToObjectIsEnough(t *testing.T) {
	for _, way := range []string{"contact_phone", "contact_address", "contact_mailbox"} {
		require.NoError(t, checked(t, "publicity", func(v Values) {
			delete(v, "contact_phone")
			v[way] = Value{Text: "某处"}
		}), way)
	}
}

func TestABirthIsToldByYearAndMonth(t *testing.T) {
	for _, text := range []string{"1986年10月", "1986-10", "1986.10", "198610"} {
		text, err := textOf(t, "appointment", cellSaying("candidates", 1, "born", text))
		require.NoError(t, err)
		require.Contains(t, text.Body, "王䶮，女，汉族，1986年10月生，")
	}
	require.Equal(t, "1979年2月", monthText("1979.02"))
}

func TestNamesOfEveryPeopleStand(t *testing.T) {
	for _, name := range []string{"阿卜杜热合曼·买买提·艾力", "张𬱟", "王〇", "欧阳䶮", "John Smith", "Saint-Exupéry"} {
		require.NoError(t, checked(t, "appointment", cellSaying("candidates", 1, "name", name)), name)
	}
}

func TestSeparatorsStandAtTheThousands(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64Range(0, mostNumber).Draw(t, "n")
		mark := rapid.SampledFrom([]string{",", "，", " "}).Draw(t, "mark")
		plain := strconv.FormatInt(n, 10)
		grouped := plain
		for i := len(plain) - 3; i > 0; i -= 3 {
			grouped = grouped[:i] + mark + grouped[i:]
		}
		for _, text := range []string{plain, grouped} {
			got, err := wholeNumber(text)
			require.NoError(t, err, text)
			require.Equal(t, n, got)
		}
		at := rapid.IntRange(0, len(plain)).Draw(t, "at")
		if (len(plain)-at)%3 != 0 || at == 0 || at == len(plain) {
			_, err := wholeNumber(plain[:at] + "," + plain[at:])
			require.Error(t, err, "a separator at %d of %s", at, plain)
		}
	})
}

func TestWhatIsLeftOfTheDuesMayBeNothing(t *testing.T) {
	text, err := textOf(t, "dues", func(v Values) {
		v["carried"] = Value{}
		v["collected"] = Value{Rows: v["collected"].Rows[:1]}
		v["spent"] = Value{Rows: v["spent"].Rows[:1]}
		v["spent"].Rows[0]["sum"] = v["collected"].Rows[0]["paid"]
		v["spent"].Rows[0]["on"] = "1999-12-31" // may lie outside the span
	})
	require.NoError(t, err)
	require.True(t, strings.HasSuffix(text.Body, "期末结存0.00元。") || strings.Contains(text.Body, "期末结存0.00元。\n"), text.Body)
}
