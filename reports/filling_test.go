package reports

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"gongkailan/data"
)

func TestAValueOfTheWrongKindIsRefusedByItsField(t *testing.T) {
	cases := []struct{ template, json, code, place string }{
		{"consultation", `{"attachments":"附件一"}`, ofRows, "field:consultation/attachments"},
		{"progress", `{"pictures":"a.jpg"}`, ofPictures, "field:progress/pictures"},
		{"progress", `{"pictures":["a.jpg"]}`, ofPictures, "field:progress/pictures"},
		{"dues", `{"collected":"x"}`, ofRows, "field:dues/collected"},
		{"dues", `{"collected":12}`, ofRows, "field:dues/collected"},
		{"dues", `{"collected":{"branch":"x"}}`, ofRows, "field:dues/collected"},
		{"dues", `{"collected":[null]}`, ofRows, "field:dues/collected"},
		{"dues", `{"collected":[{"branch":["x"]}]}`, ofText, "field:dues/collected/1/branch"},
		{"dues", `{"title":["x"]}`, ofText, "field:dues/title"},
		{"dues", `{"title":[{"name":"x"}]}`, ofText, "field:dues/title"},
		{"dues", `{"title":true}`, ofText, "field:dues/title"},
		{"dues", `{"note":{"text":"x"}}`, ofText, "field:dues/note"},
	}
	for _, c := range cases {
		template, err := TemplateOf(c.template)
		require.NoError(t, err)
		_, err = template.Read([]byte(c.json))
		requireRefused(t, err, c.code, c.place)
	}
}

func TestAWrongKindIsRefusedHoweverItCameIn(t *testing.T) {
	for code, spoil := range map[string]func(Values){
		ofText:     func(v Values) { v["note"] = Value{Rows: []map[string]string{{"name": "x"}}} },
		ofRows:     saying("projects", "x"),
		ofPictures: func(v Values) { v["pictures"] = Value{Rows: []map[string]string{{"file": "a.jpg"}}} },
	} {
		_, err := textOf(t, "progress", spoil)
		var refusal *data.Refusal
		require.ErrorAs(t, err, &refusal)
		require.Equal(t, code, refusal.Code)
	}
}

func TestAFileThatIsNoObjectIsToldByLineAndCharacter(t *testing.T) {
	template, err := TemplateOf("dues")
	require.NoError(t, err)
	for text, want := range map[string][]string{
		"{\n \"span\": “上半年”}":       {"document.json", "2", "10"},
		"{\"span\": \"上半年\" x}":      {"document.json", "1", "16"},
		"":                           {"document.json", "1", "1"},
		"{\n \"span\": \"上半年\xff\"}": {"document.json.utf8", "2", "14"},
		"[]":                         {"document.json.object"},
		"null":                       {"document.json.object"},
		`"x"`:                        {"document.json.object"},
	} {
		_, err := template.Read([]byte(text))
		var refusal *data.Refusal
		require.ErrorAs(t, err, &refusal, text)
		require.Equal(t, want, append([]string{refusal.Code}, refusal.Args...), text)
	}
	_, err = template.Read([]byte(`{"Span": "x"}`))
	requireRefused(t, err, "document.unknown", "Span")
	_, err = template.Read([]byte(`{"collected": [{"bank": "x"}]}`))
	requireRefused(t, err, "document.unknown", "bank")
}

func TestWhatIsReadIsWhatStandsThere(t *testing.T) {
	template, err := TemplateOf("dues")
	require.NoError(t, err)
	v, err := template.Read([]byte("\uFEFF" + `{"span": null, "carried": 12345.60, "collected": [{"branch": "第一党支部", "members": 12, "paid": null}], "spent": null}`))
	require.NoError(t, err)
	require.Equal(t, Values{
		"span": {}, "carried": {Text: "12345.60"}, "spent": {},
		"collected": {Rows: []map[string]string{{"branch": "第一党支部", "members": "12", "paid": ""}}},
	}, v)
}

func TestReadingNeverFailsInOtherWordsThanOurs(t *testing.T) {
	template, err := TemplateOf("progress")
	require.NoError(t, err)
	rapid.Check(t, func(t *rapid.T) {
		raw := rapid.OneOf(
			rapid.SliceOf(rapid.Byte()),
			rapid.Map(rapid.SliceOf(rapid.SampledFrom([]string{
				"{", "}", "[", "]", ":", ",", "\n", `"span"`, `"projects"`, `"pictures"`, `"file"`, "null", "true", "1", "一",
			})), func(parts []string) []byte {
				var all []byte
				for _, p := range parts {
					all = append(all, p...)
				}
				return all
			}),
		).Draw(t, "raw")
		if _, err := template.Read(raw); err != nil {
			var refusal *data.Refusal
			require.ErrorAs(t, err, &refusal)
		}
	})
}

func TestRowsAtTheEndThatNobodyFilledInAreLeftOut(t *testing.T) {
	template, err := TemplateOf("announcement")
	require.NoError(t, err)
	v, err := template.Read([]byte(`{"attachments":[{"name":"分工表"},{"name":" "},{}],"pictures":[{"file":"","caption":""}]}`))
	require.NoError(t, err)
	require.Equal(t, []map[string]string{{"name": "分工表"}}, v["attachments"].Rows)
	require.Empty(t, v["pictures"].Rows)
}
