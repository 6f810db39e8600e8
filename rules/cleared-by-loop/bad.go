package clearedbyloop

// Reset makes a buffer empty of what it held.
func Reset(buffer []byte) []byte {
	for i := 0; i < len(buffer); i++ { // want cleared-by-loop
		buffer[i] = 0
	}
	return buffer
}

// Board is a game.
type Board struct {
	Stones []float64
	Names  []string
}

// Clear takes everything away.
func (b *Board) Clear() *Board {
	for i := 0; i < len(b.Stones); i++ { // want cleared-by-loop
		b.Stones[i] = 0
	}
	for i := 0; i < len(b.Names); i++ { // want cleared-by-loop
		b.Names[i] = ""
	}
	return b
}
