package reports

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
	"gongkailan/data/workday"
	"gongkailan/reports/face"
	"gongkailan/reports/page"
	"gongkailan/reports/pdf"
	"gongkailan/reports/picture"
)

// sampleOf reads the sample of a template, with a picture in each picture field.
func sampleOf(t *testing.T, template Template) Values {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("testdata", "documents", template.Code+".json"))
	require.NoError(t, err, "every template has a sample")
	v, err := template.Read(raw)
	require.NoError(t, err, template.Code)
	for _, f := range template.Fields {
		if f.Type != PictureField || len(v[f.Key].Rows) == 0 {
			continue
		}
		var list []Picture
		for _, row := range v[f.Key].Rows {
			list = append(list, Picture{File: row["file"], Caption: row["caption"], Image: drawing(t)})
		}
		v[f.Key] = Value{Pictures: list}
	}
	return v
}

// drawing is a small picture.
func drawing(t *testing.T) page.Image {
	t.Helper()
	m := image.NewGray(image.Rect(0, 0, 480, 270))
	for i := range m.Pix {
		m.Pix[i] = uint8(96 + i%480/4)
	}
	var raw bytes.Buffer
	require.NoError(t, png.Encode(&raw, m))
	prepared, err := picture.Prepare("图片", "a.png", raw.Bytes())
	require.NoError(t, err)
	return prepared
}

// wordsOf gives every text that a value holds, worded as its type is on paper.
func wordsOf(f Field, v Value) []string {
	var list []string
	worded := func(f Field, text string) {
		switch f.Type {
		case DateField:
			text = dateText(text)
		case MonthField:
			text = monthText(text)
		case MoneyField:
			text = money(text)
		}
		list = append(list, strings.Split(text, "\n")...)
	}
	worded(f, v.Text)
	for _, row := range v.Rows {
		for _, column := range f.Columns {
			worded(column, row[column.Key])
		}
	}
	for _, p := range v.Pictures {
		list = append(list, p.Caption)
	}
	return list
}

func withoutBlanks(text string) string {
	return strings.NewReplacer(" ", "", "　", "", "\n", "", "\t", "", "\u2028", "").Replace(text)
}

func TestEveryTemplateTellsAllThatItsSampleSays(t *testing.T) {
	for _, template := range Templates() {
		t.Run(template.Code, func(t *testing.T) {
			v := sampleOf(t, template)
			faces := face.Embedded()
			doc, err := template.Pages(v, workday.New().Between, page.Style{}, faces)
			require.NoError(t, err)
			raw := painted(t, doc)
			text := withoutBlanks(told(t, raw))
			for _, f := range template.Fields {
				for _, part := range wordsOf(f, v[f.Key]) {
					for _, r := range withoutBlanks(part) {
						require.Contains(t, text, string(r), "%s of %s", part, f.Key)
					}
				}
			}
			for _, large := range []page.Style{{Large: true}, {Paper: page.PaperA3}, {Lengthwise: true}} {
				_, err := template.Pages(v, workday.New().Between, large, faces)
				require.NoError(t, err)
			}
			keepSample(t, template.Code, raw)
		})
	}
}

// keepSample writes the sample into the folder that GONGKAILAN_SAMPLES names, to be looked at as a picture.
func keepSample(t *testing.T, name string, raw []byte) {
	t.Helper()
	if folder := os.Getenv("GONGKAILAN_SAMPLES"); folder != "" {
		require.NoError(t, os.WriteFile(filepath.Join(folder, name+".pdf"), raw, 0o644))
	}
}

func TestAnEmptyFieldIsRefusedByItsLabel(t *testing.T) {
	for _, template := range Templates() {
		for _, f := range template.Fields {
			v := sampleOf(t, template)
			if f.Optional {
				continue
			}
			delete(v, f.Key)
			_, err := template.Pages(v, workday.New().Between, page.Style{}, face.Embedded())
			var refusal *data.Refusal
			require.ErrorAs(t, err, &refusal, "%s without %s", template.Code, f.Key)
			require.Equal(t, []string{Place(template.Code, f.Key)}, refusal.Args)
		}
	}
}

func TestTemplatesHaveCodesOfTheirOwnAndFieldsTheirKeys(t *testing.T) {
	seen := map[string]bool{}
	for _, template := range Templates() {
		require.False(t, seen[template.Code+"|"], template.Code)
		seen[template.Code+"|"] = true
		require.True(t, (template.write == nil) != (template.draw == nil), template.Code)
		keys := map[string]bool{}
		for _, f := range template.Fields {
			require.False(t, keys[f.Key], "%s.%s", template.Code, f.Key)
			keys[f.Key] = true
		}
	}
}

func TestAWrongFieldIsNamedWithItsReason(t *testing.T) {
	template, err := TemplateOf("appointment")
	require.NoError(t, err)
	cases := map[string]func(Values){
		"document.unknown": func(v Values) { v["decidedon"] = Value{Text: "2026-03-05"} },
		"document.date":    func(v Values) { v["decided_on"] = Value{Text: "2026-02-30"} },
		"document.name":    func(v Values) { v["candidates"].Rows[0]["name"] = strings.Repeat("买", 51) },
		"document.missing": func(v Values) { v["candidates"].Rows[0]["post"] = "" },
		"document.line":    func(v Values) { v["meeting"] = Value{Text: "局党组\n会议"} },
		"item.period":      func(v Values) { v["to"] = Value{Text: "2026-03-01"} },
	}
	for code, spoil := range cases {
		v := sampleOf(t, template)
		spoil(v)
		_, err := template.Pages(v, workday.New().Between, page.Style{}, face.Embedded())
		var refusal *data.Refusal
		require.ErrorAs(t, err, &refusal, code)
		require.Equal(t, code, refusal.Code)
	}
}

func TestSumsOfMoneyAreExact(t *testing.T) {
	for text, want := range map[string]int64{"0": 0, "0.1": 10, "12,345.60": 1234560, "5460.05元": 546005, "1,234,567": 123456700, "1，234，567.05": 123456705, "12 345.6": 1234560, "123,456": 12345600} {
		got, err := cents(text)
		require.NoError(t, err, text)
		require.Equal(t, want, got, text)
	}
	for _, text := range []string{"", "1.234", "1.", ".5", "一百", "1e3", "99999999999999", "-5", "-0", "+5", "1,2345.00", "12,34", "1234,567", ",123", "123,", "1,,234", "1，2345", "1.2,3", "12345，6", "元"} {
		_, err := cents(text)
		require.Error(t, err, text)
	}
	require.Equal(t, "0.05", yuan(5))
	require.Equal(t, "12345.60", yuan(1234560))
}

func TestLinesWithTabsAreATable(t *testing.T) {
	list := blocks("文一\n序号\t姓名\n1\t王䶮\n合计\t1\n\n文二\t尾\n［图：a.jpg｜现场］")
	require.Len(t, list, 5)
	table := tableOf(list[1].table)
	require.Equal(t, []string{"合计", "1"}, table.Sum)
	require.Equal(t, [][]string{{"1", "王䶮"}}, table.Rows)
	require.Equal(t, []string{"文二\t尾"}, list[3].paragraphs, "one line alone is no table")
	require.Equal(t, "a.jpg", list[4].figure)
	require.Equal(t, "现场", list[4].caption)
}

func TestATemplateMakesTheSameBytesTwice(t *testing.T) {
	template, err := TemplateOf("dues")
	require.NoError(t, err)
	var files [2]bytes.Buffer
	for i := range files {
		faces := face.Embedded()
		doc, err := template.Pages(sampleOf(t, template), workday.New().Between, page.Style{}, faces)
		require.NoError(t, err)
		require.NoError(t, pdf.Write(&files[i], doc, faces, time.Unix(0, 0)))
	}
	require.Equal(t, files[0].Bytes(), files[1].Bytes())
}
