package reports

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"gongkailan/data/workday"
	"gongkailan/reports/face"
	"gongkailan/reports/page"
)

// composing lists the templates that make an item.
func composing() []Template {
	var list []Template
	for _, t := range Templates() {
		if t.Composes() {
			list = append(list, t)
		}
	}
	return list
}

func TestADraftShowsWhatIsThereAndGapsForTheRest(t *testing.T) {
	require.Len(t, composing(), 13)
	for _, template := range composing() {
		empty := template.Draft(Values{})
		require.NotEmpty(t, empty.Title, template.Code)
		require.Contains(t, empty.Body, gap, template.Code)
		faults := template.Faults(Values{}, workday.New().Between)
		require.NotEmpty(t, faults, template.Code)

		full := sampleOf(t, template)
		whole, err := template.Text(full, workday.New().Between)
		require.NoError(t, err)
		require.Equal(t, whole.Body, template.Draft(full).Body, template.Code)
		require.Equal(t, whole.Title, template.Draft(full).Title, template.Code)
		require.Empty(t, template.Faults(full, workday.New().Between), template.Code)
	}
	appointment, err := TemplateOf("appointment")
	require.NoError(t, err)
	half := appointment.Draft(Values{"candidates": {Rows: []map[string]string{{"name": "王䶮", "post": "副主任"}}}})
	require.Equal(t, "根据《党政领导干部选拔任用工作条例》等有关规定，经＿＿＿＿＿＿＿＿研究决定，现将王䶮同志拟任职情况公示如下：\n"+
		"王䶮，现任副主任，拟任＿＿＿＿。", half.Body)
	require.Equal(t, "关于王䶮同志的任前公示", half.Title)
	preview, err := TemplateOf("inspectionpreview")
	require.NoError(t, err)
	require.Contains(t, preview.Draft(Values{"inspect_from": {Text: "2026-03-05"}}).Body, "2026年3月5日至＿＿＿＿。")
}

// Whatever stands in the fields, there is a page to look at: nobody types a form in one stroke.
func TestADraftOfAnythingCanBeLaidOut(t *testing.T) {
	templates := composing()
	rapid.Check(t, func(r *rapid.T) {
		template := rapid.SampledFrom(templates).Draw(r, "template")
		text := rapid.SampledFrom([]string{"", "2026-03-05", "2026-13-40", "李梅", "12", "-3", "一\t二", "多行\n文字", "《办法》"})
		v := Values{}
		for _, f := range template.Fields {
			value := Value{Text: text.Draw(r, f.Key)}
			if f.kind() == ofRows {
				value = Value{}
				for range rapid.IntRange(0, 3).Draw(r, "rows") {
					row := map[string]string{}
					for _, column := range f.Columns {
						row[column.Key] = text.Draw(r, column.Key)
					}
					value.Rows = append(value.Rows, row)
				}
			} else if f.kind() == ofPictures {
				value = Value{}
			}
			v[f.Key] = value
		}
		draft := template.Draft(v)
		_, err := draft.Pages(page.Style{}, face.Embedded())
		if err != nil {
			r.Fatalf("%s: %v", template.Code, err)
		}
		for _, fault := range template.Faults(v, workday.New().Between) {
			require.Error(r, fault)
		}
		back, err := template.Read([]byte(v.JSON()))
		require.NoError(r, err)
		require.Equal(r, template.Draft(trimmed(v)).Body, template.Draft(back).Body)
	})
}

// trimmed leaves out the blank rows at the ends, which a file of fields does not keep.
func trimmed(v Values) Values {
	kept := Values{}
	for key, value := range v {
		for len(value.Rows) > 0 && isBlank(value.Rows[len(value.Rows)-1]) {
			value.Rows = value.Rows[:len(value.Rows)-1]
		}
		kept[key] = value
	}
	return kept
}
