package data

import (
	"fmt"
	"regexp"
	"strconv"
)

// Retention is how long a file is kept (DA/T 22-2015, 5.4.2); the codes are the standard's.
type Retention string

const (
	Permanent   Retention = "Y"   // 永久
	ThirtyYears Retention = "D30" // 定期30年
	TenYears    Retention = "D10" // 定期10年
)

// Retentions lists the three retentions, the longest first.
func Retentions() []Retention { return []Retention{Permanent, ThirtyYears, TenYears} }

// FileNumber is the number of a filed document (档号): Z109-WS·2026-D30-BGS-0001.
type FileNumber struct {
	Fonds     string // 全宗号, four letters or digits
	Class     string // 档案门类代码, WS for 文书
	Year      int
	Retention Retention
	Office    string // 机构（问题）代码, three letters or digits; "" where files are not kept by office
	Piece     int    // 件号, counted from 1
}

// mostPieces is the greatest 件号 that four digits hold.
const mostPieces = 9999

// String writes the number. The dot is U+00B7.
func (n FileNumber) String() string {
	office := n.Office
	if office != "" {
		office += "-"
	}
	return fmt.Sprintf("%s-%s·%04d-%s-%s%04d", n.Fonds, n.Class, n.Year, n.Retention, office, n.Piece)
}

// Check tells whether every part of the number is as DA/T 22-2015 asks. It fails with ErrInvalid and names the number.
func (n FileNumber) Check() error {
	read, err := ParseFileNumber(n.String())
	if err == nil && read != n {
		err = Refuse(ErrInvalid, "filenumber", n.String())
	}
	return err
}

// ParseFileNumber reads a file number. It fails with ErrInvalid.
func ParseFileNumber(text string) (FileNumber, error) {
	parts := fileNumberForm().FindStringSubmatch(text)
	if parts == nil {
		return FileNumber{}, Refuse(ErrInvalid, "filenumber", text)
	}
	year, errYear := strconv.Atoi(parts[3])
	piece, errPiece := strconv.Atoi(parts[6])
	if errYear != nil || errPiece != nil || piece < 1 || piece > mostPieces {
		return FileNumber{}, Refuse(ErrInvalid, "filenumber", text)
	}
	return FileNumber{
		Fonds: parts[1], Class: parts[2], Year: year, Retention: Retention(parts[4]), Office: parts[5], Piece: piece,
	}, nil
}

func fileNumberForm() *regexp.Regexp {
	return regexp.MustCompile(`^([A-Z0-9]{4})-([A-Z]{2})·((?:19|20)\d{2})-(Y|D30|D10)-(?:([A-Z0-9]{3})-)?(\d{4})$`)
}
