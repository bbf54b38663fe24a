package kiosk

// Kind is what happened.
type Kind int

// The events of a session. All but Tick, the files' and the PIN's answers come from a finger.
const (
	Tick            Kind = iota
	Touch                // a finger came down, wherever
	OpenAll              // 全部公开
	OpenCategory         // Text is its code
	OpenItem             // Text is its number
	Next                 // 下一页
	Previous             // 上一页
	TogglePause          // 暂停轮播, 继续轮播
	ToggleLarge          // 大字
	ToggleContrast       // 高对比
	ToggleLow            // 低位操作
	ToggleLanguage       // English
	Back                 // 返回
	OpenVerify           // 核验
	CheckCode            // asks for the answer to what was typed
	AnotherCode          // begins to type anew
	OpenSpeech           // 提意见, or 对这件提意见
	ChooseKind           // Text is the kind of message
	FieldDone            // 写好了
	EditName             // 称呼
	EditContact          // 联系方式
	CastVote             // Text is the answer, "" for none
	Send                 // 提交
	Finish               // 完成
	OpenAsking           // 查回复
	ReceiptKey           // Text is a character of a receipt's code
	AskReply             // asks what the code leads to
	AnotherReceipt       // begins to type a code anew
	TurnTo               // Text is a page of the answer or of the item, from 0
	OpenSearch           // 查找
	ShowFound            // what was found, where the pad was
	Key                  // Text is a letter, a digit or a mark of the pad
	Take                 // Text is a candidate that takes Count letters
	MoreCandidates       // the next page of them
	FewerCandidates      // the page before
	SetLayer             // Text is a face of the pad
	LongPress            // three seconds on the unit's name
	Digit                // Text is one digit
	Erase                // takes the last digit back, of the PIN or the code
	EraseAll             // takes all digits back
	OpenStaff            // Text is a page of the staff's place
	Deed                 // Text is what is to be done
	CancelDeed           // what goes on is to stop
	EnterPIN             // asks for the PIN to be checked
	PINRight             // the answer of the check
	PINWrong
	Sent       // what was sent is on the disk; Text is its receipt's code
	Unsent     // it is not; Text is the refusal's code
	Answered   // what a receipt's code led to
	DeedGoesOn // Count of Of is done
	DeedDone   // Text tells how it went
	FileGood   // a public file that holds was read
	FileBroken // the public file does not hold or is not there
)

// Event is something that happened. Text is a code, a number or a digit, as the kind says; Answer is Answered's.
type Event struct {
	Kind   Kind
	Text   string
	Count  int
	Of     int
	Answer Answer
}
