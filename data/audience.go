package data

import "slices"

// Audience is to whom something is disclosed (S7, plan 三(二)).
type Audience string

const (
	Party   Audience = "party"   // 党内
	Staff   Audience = "staff"   // 机关全体人员
	Society Audience = "society" // 全社会
)

// Audiences lists the three audiences, the narrowest first.
func Audiences() []Audience { return []Audience{Party, Staff, Society} }

// width orders audiences: a wider one includes the narrower.
func (a Audience) width() int { return slices.Index(Audiences(), a) }

// Channel is a way by which something is disclosed (S7).
type Channel string

const (
	Meeting  Channel = "meeting"  // 会议
	Document Channel = "document" // 文件
	Circular Channel = "circular" // 通报
	Brief    Channel = "brief"    // 简报
	Forum    Channel = "forum"    // 座谈会
	LAN      Channel = "lan"      // 局域网
	Board    Channel = "board"    // 公开栏
	Lobby    Channel = "lobby"    // 大厅屏
	Internet Channel = "internet" // 互联网
	Media    Channel = "media"    // 新闻媒体
	Phone    Channel = "phone"    // 电话
	Hearing  Channel = "hearing"  // 听证会
)

// Channels lists every channel, those that can be kept narrow first.
func Channels() []Channel {
	return []Channel{
		Meeting, Document, Circular, Brief, Forum, LAN,
		Board, Lobby, Internet, Media, Phone, Hearing,
	}
}

// Reach is the narrowest audience to which the channel can be limited. A meeting can be held for members alone;
// what hangs on the board is read by everyone who walks past.
func (c Channel) Reach() Audience {
	switch c {
	case Meeting, Document, Circular, Brief, Forum:
		return Party
	case LAN:
		return Staff
	default:
		return Society
	}
}

// Allows tells whether the channel may be used for the audience: it must not reach beyond it (S7).
func (a Audience) Allows(c Channel) bool {
	return slices.Contains(Channels(), c) && a.width() >= 0 && c.Reach().width() <= a.width()
}

// DefaultChannels gives the channels that the plan names first for the audience (plan 三(二)2).
func (a Audience) DefaultChannels() []Channel {
	switch a {
	case Party:
		return []Channel{Meeting, Circular}
	case Staff:
		return []Channel{Meeting, LAN}
	default:
		return []Channel{Board, Lobby, LAN}
	}
}
