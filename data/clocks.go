package data

// Clocks is how many working days each thing may take; all are settings of the unit (domain: Clocks). What is 0 is as
// usual.
type Clocks struct {
	Publish          int `json:"publish,omitempty"`           // from approval to the board
	PublishImmediate int `json:"publish_immediate,omitempty"` // the same for 即时 items
	Topic            int `json:"topic,omitempty"`             // 点题公开
	Application      int `json:"application,omitempty"`       // 依申请公开: to decide
	ApplicationMost  int `json:"application_most,omitempty"`  // the same, extended once
	Question         int `json:"question,omitempty"`          // 党内事务咨询
	Opinion          int `json:"opinion,omitempty"`           // 意见建议
}

// UsualClocks are the defaults.
func UsualClocks() Clocks {
	return Clocks{Publish: 5, PublishImmediate: 2, Topic: 10, Application: 3, ApplicationMost: 10, Question: 5, Opinion: 15}
}

// Complete puts the usual number of days where none is set.
func (c Clocks) Complete() Clocks {
	usual := UsualClocks()
	for _, pair := range [][2]*int{
		{&c.Publish, &usual.Publish},
		{&c.PublishImmediate, &usual.PublishImmediate},
		{&c.Topic, &usual.Topic},
		{&c.Application, &usual.Application},
		{&c.ApplicationMost, &usual.ApplicationMost},
		{&c.Question, &usual.Question},
		{&c.Opinion, &usual.Opinion},
	} {
		if *pair[0] == 0 {
			*pair[0] = *pair[1]
		}
	}
	return c
}

// longestClock is the most that a clock may be set to, in working days.
const longestClock = 250

// Check tells whether the clocks can be kept. It fails with ErrInvalid.
func (c Clocks) Check() error {
	full := c.Complete()
	for _, days := range []int{full.Publish, full.PublishImmediate, full.Topic, full.Application, full.ApplicationMost, full.Question, full.Opinion} {
		if days < 1 || days > longestClock {
			return Refuse(ErrInvalid, "clocks.range")
		}
	}
	if full.ApplicationMost < full.Application {
		return Refuse(ErrInvalid, "clocks.application")
	}
	return nil
}

// ToPublish is how many working days after approval an item of the mode goes up.
func (c Clocks) ToPublish(mode Mode) int {
	if mode == Immediate {
		return c.Complete().PublishImmediate
	}
	return c.Complete().Publish
}

// ToAnswer is how many working days after something of the kind came in it is to be answered.
func (c Clocks) ToAnswer(kind MessageKind) int {
	full := c.Complete()
	switch kind {
	case MessageTopic:
		return full.Topic
	case MessageApplication:
		return full.Application
	case MessageQuestion:
		return full.Question
	default:
		return full.Opinion
	}
}
