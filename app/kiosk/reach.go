package kiosk

// What a finger of an old hand hits, in mm, and in how many units at most: so many are 18 mm on a panel of 15 inches.
// On one that is smaller still targets shrink with it, since the ten keys of a row need their room.
const (
	targetMM   = 18.0
	targetMost = 106
)

// leastOn gives the least side of a target in units, on a screen of so many pixels and mm.
func leastOn(width, height, widthMM, heightMM float64) float32 {
	if !(width > 0 && height > 0 && widthMM > 0 && heightMM > 0) {
		return targetLeast
	}
	millimetres := min(widthMM/width, heightMM/height) * max(min(width, height), 1) / float64(unit)
	return max(targetLeast, min(targetMost, float32(targetMM/millimetres)))
}

// least gives the least side of a target on the screen as it is.
func (s *screen) least() float32 {
	size := s.body.Size()
	if s.options.Panel == nil {
		return targetLeast
	}
	widthMM, heightMM := s.options.Panel(int(size.Width), int(size.Height))
	return leastOn(float64(int(size.Width)), float64(int(size.Height)), widthMM, heightMM)
}
