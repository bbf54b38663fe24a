package office
import ("testing";"fmt";"fyne.io/fyne/v2";"fyne.io/fyne/v2/canvas")
func TestZZ(t *testing.T){
 h:=newHand(t)
 h.fill(h.words.T("wizard.unit.name"), "云岭县")
 for _,o:=range h.seen(){ if x,ok:=o.(*canvas.Text);ok&&(x.Text=="下一步"||x.Text=="公开栏"){ fmt.Println(x.Text, fyne.CurrentApp().Driver().AbsolutePositionForObject(x), x.Size(), x.Position()) } }
 fmt.Println(h.window.Canvas().Size(), h.window.Content().Size())
}
