package data_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
)

func TestBothEndsOfTheDatesOfOfficeAreIncluded(t *testing.T) {
	p := somebody("a", data.Approver)
	p.From, p.Until = "2026-03-01", "2026-03-31"
	for day, in := range map[data.Date]bool{
		"2026-02-28": false, "2026-03-01": true, "2026-03-31": true, "2026-04-01": false,
	} {
		require.Equal(t, in, p.Has(data.Approver, day), day)
	}
	require.False(t, p.Has(data.Admin, "2026-03-05"))
	require.False(t, data.HasAdmin([]data.Person{p}, "2026-03-05"))
}

func TestANameMayBeFiftyCharactersWithItsDots(t *testing.T) {
	p := somebody("a", data.Clerk)
	for name, ok := range map[string]bool{
		"李𬸣": true, "阿卜杜热合曼·买买提": true, strings.Repeat("长", 50): true,
		strings.Repeat("长", 51): false, "": false, " 李": false, "李@办公室": false,
	} {
		p.Name = name
		require.Equal(t, ok, p.Check() == nil, name)
	}
}

func TestAClerkBelongsToAnOffice(t *testing.T) {
	p := somebody("a", data.Clerk)
	p.OfficeID = ""
	refusedAs(t, p.Check(), "person.office")
	p.Roles = []data.Role{data.Approver}
	require.NoError(t, p.Check())
	p.Roles = []data.Role{"king"}
	refusedAs(t, p.Check(), "person.roles")
	p.Roles, p.Until = []data.Role{data.Approver}, "2025-01-01"
	refusedAs(t, p.Check(), "person.until")
}

func TestAPasswordHasEightCharacters(t *testing.T) {
	require.NoError(t, data.CheckPassword("八个字的密码够了"))
	refusedAs(t, data.CheckPassword("七个字的不够长"), "password.short")
}

func TestOfficesHaveNamesOfTheirOwn(t *testing.T) {
	require.NoError(t, data.CheckOffices([]data.Office{{Name: "办公室"}, {Name: "人事股"}}))
	require.Error(t, data.CheckOffices([]data.Office{{Name: "办公室"}, {Name: "办公室"}}))
	require.Error(t, data.CheckOffices([]data.Office{{ID: "a", Name: "办公室"}, {ID: "a", Name: "人事股"}}))
	require.Error(t, data.CheckOffices([]data.Office{{Name: " "}}))
	require.Error(t, data.Unit{}.Check())
}

func TestANameStandsOnOneLine(t *testing.T) {
	for _, name := range []string{"云岭县\n食药监局", "云岭县\x07食药监局", "云岭县\u2028局", "云岭县\u202e局", "云岭县\x7f", "云岭县\xff", "\t云岭县"} {
		unit := data.Unit{Name: name}
		refusedAs(t, unit.Check(), "name.control")
		unit = data.Unit{Name: "云岭县食药监局"}
		unit.Issuer = name
		refusedAs(t, unit.Check(), "name.control")
		refusedAs(t, data.CheckOffices([]data.Office{{Name: name}}), "name.control")
		p := somebody("a", data.Clerk)
		p.Name = name
		refusedAs(t, p.Check(), "name.control")
	}
	err := data.Unit{Name: "云岭县\n\n食药监局"}.Check()
	var r *data.Refusal
	require.ErrorAs(t, err, &r)
	require.Equal(t, []string{"云岭县 食药监局"}, r.Args, "the refusal itself stands on one line")
	require.NoError(t, data.Unit{Name: "云岭县 食药监局·Bureau"}.Check())
}
