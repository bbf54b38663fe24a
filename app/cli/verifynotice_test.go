package cli

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	_ "github.com/mattn/go-sqlite3"
	"github.com/stretchr/testify/require"

	"gongkailan/app/demo"
	"gongkailan/app/pageview"
	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/data/seal"
	"gongkailan/data/workday"
	"gongkailan/reports"
	"gongkailan/reports/face"
	"gongkailan/reports/page"
	"gongkailan/reports/pdf"
)

// hung is a demonstration unit with its main notice on the board.
type hung struct {
	t    *testing.T
	db   string
	item data.Item
	doc  page.Document
}

func hang(t *testing.T) hung {
	t.Helper()
	h := hung{t: t, db: filepath.Join(t.TempDir(), "演示 #1.db")}
	b, err := demo.Build(context.Background(), h.db, demo.Options{Now: time.Now, Cost: seal.Cost{Time: 1, Memory: 8, Threads: 1}})
	require.NoError(t, err)
	h.item = b.Item
	require.NoError(t, b.Desk.Close())
	h.doc, err = reports.NoticeOf(h.item, workday.New().Between, nil, face.Embedded())
	require.NoError(t, err)
	return h
}

// seal is what the notice's QR code says.
func (h hung) seal() data.NoticeSeal {
	s, ok := data.SealOf(h.item)
	require.True(h.t, ok)
	return s
}

func (h hung) pdf(doc page.Document) string {
	var out bytes.Buffer
	require.NoError(h.t, pdf.Write(&out, doc, face.Embedded(), time.Unix(1_772_672_400, 0)))
	return write(h.t, "公示.pdf", out.Bytes())
}

// verify asks and gives the answer.
func (h hung) verify(args ...string) (int, noticeDocument) {
	h.t.Helper()
	code, out, messages := at(h.t, nil, append([]string{"verify-notice", "--db", h.db, "--json"}, args...)...)
	var doc noticeDocument
	require.NoError(h.t, json.Unmarshal([]byte(out), &doc), messages)
	require.Equal(h.t, doc.OK, code == Done)
	require.NotContains(h.t, doc.Why, "verdict.")
	return code, doc
}

// act does something to the item as the desk does.
func (h hung) act(do func(*desk.Desk, *desk.Session)) {
	d, err := desk.Open(context.Background(), h.db, desk.Options{Now: time.Now, Calendar: workday.New()})
	require.NoError(h.t, err)
	u := demo.Read()
	s, err := d.SignIn(context.Background(), u.With(data.Checker, ""), u.Password)
	require.NoError(h.t, err)
	do(d, s)
	require.NoError(h.t, d.Close())
}

func TestANoticeThatHangsIsValidByCodeByScanByFileAndByPhoto(t *testing.T) {
	h := hang(t)
	photo := pageview.Paint(h.doc.Pages[0], face.Embedded(), 1240, 1754)
	var picture bytes.Buffer
	require.NoError(t, png.Encode(&picture, photo))
	for about, evidence := range map[string]string{
		"the digits":       h.seal().Code,
		"digits as typed":  strings.ReplaceAll(h.seal().Code, "-", "　"),
		"the label too":    "核验码 " + h.seal().Code,
		"the scanned text": h.seal().Text(),
		"a text file":      write(t, "扫码.txt", []byte("\ufeff"+strings.ReplaceAll(h.seal().Text(), "\n", "\r\n"))),
		"the PDF":          h.pdf(h.doc),
		"a photo":          write(t, "照片.png", picture.Bytes()),
	} {
		code, doc := h.verify(evidence)
		require.Equal(t, Done, code, "%s: %+v", about, doc)
		require.Equal(t, noticeDocument{
			OK: true, State: data.NoticeValid, Number: h.item.Number, Title: h.item.Title, From: h.item.From, To: h.item.To, Why: doc.Why,
		}, doc, about)
	}
	large, err := reports.Notice(reports.NoticeInput{Item: h.item, WorkingDays: 5, Approved: true, Style: page.Style{Large: true}}, face.Embedded())
	require.NoError(t, err)
	code, doc := h.verify(h.pdf(large))
	require.Equal(t, Done, code, doc.Why)
}

func TestTheDigitsComeFromStandardInputToo(t *testing.T) {
	h := hang(t)
	for _, text := range []string{h.seal().Code + "\n", h.seal().Text()} {
		var out bytes.Buffer
		world := World{
			In: strings.NewReader(text), Out: &out, Err: &out, Now: time.Now, Getenv: func(string) string { return "" },
		}
		require.Equal(t, Done, Run(context.Background(), []string{"verify-notice", "-", "--db", h.db}, world), out.String())
		require.Contains(t, out.String(), "有效")
		require.Contains(t, out.String(), h.item.Title)
	}
}

func TestOneChangedCharacterOfAPrintedNoticeIsAMismatch(t *testing.T) {
	h := hang(t)
	forged := h.item
	forged.Body = strings.Replace(forged.Body, "主任", "主席", 1)
	require.NotEqual(t, h.item.Body, forged.Body)
	doc, err := reports.NoticeOf(forged, workday.New().Between, nil, face.Embedded())
	require.NoError(t, err)
	_, unknown := h.verify(h.pdf(doc))
	require.Equal(t, data.NoticeMismatch, unknown.State, "its own code belongs to no item")
	require.Contains(t, unknown.Why, "查无此码")

	kept := h.doc.Pages[0] // the forger keeps the code of the genuine one
	doc.Pages[0].Codes = kept.Codes
	for i, l := range doc.Pages[0].Lines {
		if l.Aside {
			doc.Pages[0].Lines[i].Text = kept.Lines[i].Text
		}
	}
	code, answer := h.verify(h.pdf(doc))
	require.Equal(t, Refused, code)
	require.Equal(t, data.NoticeMismatch, answer.State)
	require.Contains(t, answer.Why, "第 1 页")
	require.Contains(t, answer.Why, "主席")
	require.Equal(t, h.item.Number, answer.Number)
}

func TestAnItemChangedInTheDatabaseIsNeverValid(t *testing.T) {
	h := hang(t)
	db, err := sql.Open("sqlite3", "file:"+strings.ReplaceAll(h.db, "#", "%23"))
	require.NoError(t, err)
	_, err = db.Exec("UPDATE items SET body = replace(body, '主任', '主席') WHERE number = ?", h.item.Number)
	require.NoError(t, err)
	require.NoError(t, db.Close())
	for _, evidence := range []string{h.seal().Code, h.seal().Text(), h.pdf(h.doc)} {
		_, doc := h.verify(evidence)
		require.Equal(t, data.NoticeMismatch, doc.State)
		require.Contains(t, doc.Why, "签名校验不通过")
	}
}

func TestAScannedTextThatIsNotTheRecordsIsAMismatch(t *testing.T) {
	h := hang(t)
	s := h.seal()
	s.Title = "关于另一件事的公告"
	_, doc := h.verify(s.Text())
	require.Equal(t, data.NoticeMismatch, doc.State)
	require.Contains(t, doc.Why, "标题")
	s = h.seal()
	s.Signature = append([]byte{s.Signature[0] ^ 1}, s.Signature[1:]...)
	_, doc = h.verify(s.Text())
	require.Equal(t, data.NoticeMismatch, doc.State)
	require.Contains(t, doc.Why, "签名")
}

func TestAWithdrawnNoticeSaysWhenItCameDown(t *testing.T) {
	h := hang(t)
	file := h.pdf(h.doc)
	h.act(func(_ *desk.Desk, s *desk.Session) {
		_, err := s.Withdraw(context.Background(), h.item, data.Statement{Note: "内容有误"})
		require.NoError(t, err)
	})
	for _, evidence := range []string{h.seal().Code, file} {
		code, doc := h.verify(evidence)
		require.Equal(t, Refused, code)
		require.Equal(t, data.NoticeDown, doc.State)
		require.Contains(t, doc.Why, data.DateOf(time.Now()).Chinese()+"撤下")
		require.Equal(t, h.item.Number, doc.Number)
	}
}

func TestWhatIsNeitherACodeNorAFileIsRefusedInWords(t *testing.T) {
	h := hang(t)
	wrong := []byte(h.seal().Code)
	wrong[0] = '0' + (wrong[0]-'0'+1)%10
	var blank bytes.Buffer
	require.NoError(t, png.Encode(&blank, image.NewGray(image.Rect(0, 0, 300, 300))))
	for words, evidence := range map[string]string{
		"数字输错":      string(wrong),
		"12位数字":     "1234",
		"既不是12位核验码": "hello",
		"找不到文件":     "没有.pdf",
		"不能核验":      write(t, "x.docx", []byte("PK\x03\x04")),
		"没有找到":      write(t, "x.png", blank.Bytes()),
		"不是本程序生成":   write(t, "x.pdf", []byte("%PDF-1.7\n")),
		"没有核验码":     h.pdf(page.Document{Title: "x", Pages: []page.Page{{Width: 210, Height: 297}}}),
		"重新扫描":      "公开栏核验 1234",
		"“文件夹”":     folder(t, "文件夹"),
	} {
		code, doc := h.verify(evidence)
		require.Equal(t, Refused, code)
		require.Contains(t, doc.Why, words)
		require.NotContains(t, doc.Why, "refuse.")
	}
	grown, err := os.ReadFile(h.pdf(h.doc))
	require.NoError(t, err)
	_, doc := h.verify(write(t, "y.pdf", append(grown, "99 0 obj\n<<>>\nendobj\n"...)))
	require.Contains(t, doc.Why, "改动过")
}

func folder(t *testing.T, name string) string {
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.Mkdir(path, 0o700))
	return path
}

func TestANoticeWithAPictureIsVerifiedToo(t *testing.T) {
	h := hang(t)
	ctx := context.Background()
	d, err := desk.Open(ctx, h.db, desk.Options{Now: time.Now, Calendar: workday.New()})
	require.NoError(t, err)
	u := demo.Read()
	as := func(role data.Role) *desk.Session {
		s, err := d.SignIn(ctx, u.With(role, ""), u.Password)
		require.NoError(t, err)
		return s
	}
	photo := image.NewRGBA(image.Rect(0, 0, 60, 40))
	photo.Set(3, 3, color.RGBA{R: 200, A: 255})
	var raw bytes.Buffer
	require.NoError(t, png.Encode(&raw, photo))
	clerk := as(data.Clerk)
	kept, err := clerk.KeepFile(ctx, "现场.png", raw.Bytes())
	require.NoError(t, err)
	it, err := clerk.NewDraft(ctx, "")
	require.NoError(t, err)
	it.Title, it.Body = "关于整改现场的公告", "现将整改现场公布如下。\n［图：现场.png｜整改现场］"
	it.Attachments, it.Decision = []data.Attachment{kept}, data.ByDeputy
	it.Filing = data.Filing{Plan: "整改公开方案", Number: "1号", On: d.Today()}
	it, err = clerk.SaveDraft(ctx, it)
	require.NoError(t, err)
	it, err = clerk.Propose(ctx, it, data.Statement{})
	require.NoError(t, err)
	it, err = as(data.Checker).Check(ctx, it, data.Statement{Findings: &data.Findings{NotSecret: true, Necessary: true, Accurate: true}})
	require.NoError(t, err)
	it, err = as(data.Approver).Approve(ctx, it, data.Statement{})
	require.NoError(t, err)
	it, err = clerk.Publish(ctx, it, data.Statement{})
	require.NoError(t, err)
	require.NoError(t, d.Close())
	path := filepath.Join(t.TempDir(), "图.pdf")
	code, _, messages := at(t, nil, "notice", "--db", h.db, it.Number, "--out", path, "--faces", "embedded")
	require.Equal(t, Done, code, messages)
	code, doc := h.verify(path)
	require.Equal(t, Done, code, "%+v", doc)
	require.Equal(t, data.NoticeValid, doc.State)
}
