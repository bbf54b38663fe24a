// Package reports makes the documents of the field: one file each, from plain values of package data to laid-out pages
// (reports/page) or workbooks (reports/sheet). It knows no window, no database and no desk; documents for paper are
// always in Chinese.
package reports
