package clearedbyloop

// ResetGood makes a buffer empty of what it held.
func ResetGood(buffer []byte) []byte {
	clear(buffer)
	return buffer
}

// ClearGood takes everything away.
func (b *Board) ClearGood() *Board {
	clear(b.Stones)
	clear(b.Names)
	return b
}
