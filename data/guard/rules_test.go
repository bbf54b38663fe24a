package guard

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

func TestEachKindIsMaskedInTheOfficialWay(t *testing.T) {
	for text, want := range map[string]string{
		"身份证350102198805161237": "身份证35*************237",
		"身份证３５０１０２１９８８０５１６１２３７": "身份证35*************237",
		"身份证350102520316123":    "身份证35**********123",
		"手机138 0013 1234":       "手机138****1234",
		"手机+86 13800131234":     "手机138****1234",
		"卡号6222021402001123451": "卡号***************3451",
		"电话0591-87654321转801":   "电话0591-****4321",
		"电话（010）62345678":       "电话010-****5678",
		"电话0593-2876543-12":     "电话0593-***6543",
		"电话+86-591-87654321":    "电话0591-****4321",
		"电话：87654321":           "电话：****4321",
		"邮箱zhangsan@163.com":    "邮箱z***@163.com",
		"车牌闽A·12345":            "车牌闽A***45",
		"住址：福建省福州市鼓楼区温泉街道东大路36号2栋501室": "住址：福建省福州市鼓楼区温泉街道",
		"住址：永泰县梧桐镇坂埕村23号":              "住址：永泰县梧桐镇",
		"住址：杭州市西湖区文三路90号":              "住址：杭州市西湖区",
		"家住阳光花园小区3栋2单元501室":            "家住***",
		"机密★10年": "机密★10年",
	} {
		require.Equal(t, want, Mask(text, Find(text)), text)
	}
}

func TestTheUnitsOwnContactIsLeftOut(t *testing.T) {
	known := Known{
		Phones: []string{"0591-8765 4321", "13800131234"}, Emails: []string{"DangBan@fuzhou.gov.cn"}, Addresses: []string{"福建省福州市鼓楼区五四路12号"},
	}
	for _, text := range []string{
		"监督电话：0591-87654321", "监督电话：87654321", "（0591）87654321-801", "手机 138-0013-1234",
		"邮箱dangban@fuzhou.gov.cn", "地址：福州市鼓楼区五四路12号", "地址：五四路12号",
	} {
		require.NotEmpty(t, Find(text), text)
		require.Empty(t, FindBut(text, known), text)
	}
	for _, text := range []string{"电话：0591-87654322", "手机13800131235", "地址：福州市鼓楼区五四路12号3栋501室", "密级：机密"} {
		require.NotEmpty(t, FindBut(text, known), text)
	}
}

func TestOnlyASecrecyMarkMayNeverBeKept(t *testing.T) {
	for _, kind := range Kinds() {
		require.Equal(t, kind != Secrecy, MayKeep(kind))
	}
}

func TestLinesAreCountedFromOne(t *testing.T) {
	found := Find("第一行\n\n手机13800138000\r\n邮箱a1@163.com\n")
	require.Len(t, found, 2)
	require.Equal(t, 3, found[0].Line)
	require.Equal(t, 4, found[1].Line)
}

func TestANumberBrokenByTheEndOfALineIsFound(t *testing.T) {
	found := Find("身份证号350102198805\n161237。")
	require.Len(t, found, 1)
	require.Equal(t, "350102198805\n161237", found[0].Text)
	require.Equal(t, 1, found[0].Line)
	require.Len(t, Find("手机：1390591\n2233"), 1)
	require.Empty(t, Find("1390591\n2233"))
}

func TestNumbersUnderAHeadOfTelephonesAreLandlines(t *testing.T) {
	found := Find("姓名\t联系电话\t编号\n张三\t87654321\t87654322\n李四\t7654321\t7654322\n\n王五\t87654321\t1")
	require.Len(t, found, 2)
	for _, f := range found {
		require.Equal(t, Landline, f.Kind)
	}
}

func TestAnOverrideHoldsForTheSameDatumOnly(t *testing.T) {
	key := func(text string) string { return Find(text)[0].Key() }
	require.Equal(t, key("手机13800138000"), key("手机：+86 138-0013-8000"))
	require.NotEqual(t, key("手机13800138000"), key("手机13800138001"))
	require.Equal(t, key("邮箱Zhang@163.com"), key("邮箱zhang @163.com"))
}

// TestMaskPassesOverWhatHasChanged keeps a text whole that was edited after it was searched.
func TestMaskPassesOverWhatHasChanged(t *testing.T) {
	found := Find("手机13800138000")
	require.Equal(t, "电话：手机13800138000", Mask("电话：手机13800138000", found))
	require.Equal(t, "短", Mask("短", found))
}

// TestHostileTextsCostNoMoreThanTheirLength searches a quarter of a megabyte of what is worst for each rule. The bound is far above what
// is needed, so that a slow machine passes, and far below what a rule that is not linear takes.
func TestHostileTextsCostNoMoreThanTheirLength(t *testing.T) {
	for _, piece := range []string{"1", "1 ", "1号", "住址", "@", "a@a.", "密", "机 密", "京A1", "(", "\t1", "内部资料 ", "35010219880516", "东路1号", "一", "\xff", "13 85\n", "地址1号 ", "路1号市委(", "学院路"} {
		text := strings.Repeat(piece, 1<<18/len(piece))
		start := time.Now()
		found := Find(text)
		require.Less(t, time.Since(start), 10*time.Second, piece)
		for _, f := range found[:min(len(found), 10)] {
			require.Equal(t, f.Text, text[f.Start:f.End])
		}
		t.Logf("%q: %v, %d", piece, time.Since(start), len(found))
	}
}

func FuzzFind(f *testing.F) {
	for _, text := range []string{
		"张三，身份证３５０１０２１９８８０５１６１２３７，手机138 0013 8000", "住址：福建省福州市鼓楼区温泉街道东大路36号2栋501室", "机密★10年", "a@b.cn\xff\u200b",
		"姓名\t电话\n张三\t87654321、87654322", "0591-87654321转801", "闽A12345 [at]", "6222 0214 0200 1123 451",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		found := Find(text)
		end := 0
		for _, one := range found {
			if one.Start < end || one.End <= one.Start || one.End > len(text) || text[one.Start:one.End] != one.Text || one.Line < 1 || one.Masked == "" {
				t.Fatalf("%+v in %q", one, text)
			}
			if utf8.ValidString(text) && !utf8.ValidString(one.Text) {
				t.Fatalf("cut inside a character: %+v", one)
			}
			end = one.End
			one.Key()
		}
		Mask(text, found)
	})
}
