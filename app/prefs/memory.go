package prefs

// Memory is a store that forgets everything at the end, for pictures and tests.
type Memory map[string]any

func value[T any](m Memory, key string) T {
	v, _ := m[key].(T)
	return v
}

// String gives a text.
func (m Memory) String(key string) string { return value[string](m, key) }

// SetString keeps a text.
func (m Memory) SetString(key, v string) { m[key] = v }

// Bool gives yes or no.
func (m Memory) Bool(key string) bool { return value[bool](m, key) }

// SetBool keeps yes or no.
func (m Memory) SetBool(key string, v bool) { m[key] = v }

// Int gives a whole number.
func (m Memory) Int(key string) int { return value[int](m, key) }

// SetInt keeps a whole number.
func (m Memory) SetInt(key string, v int) { m[key] = v }

// Float gives a number.
func (m Memory) Float(key string) float64 { return value[float64](m, key) }

// SetFloat keeps a number.
func (m Memory) SetFloat(key string, v float64) { m[key] = v }
