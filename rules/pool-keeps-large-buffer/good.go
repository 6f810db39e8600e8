package poolkeepslargebuffer

import (
	"bytes"
	"strings"
	"sync"
)

// RenderGood writes texts into buffers of a pool, and returns the last one, which is still in use.
func RenderGood(pool *sync.Pool, texts []string) *bytes.Buffer {
	for _, text := range texts[:len(texts)-1] {
		buffer := pool.Get().(*bytes.Buffer)
		_, _ = buffer.ReadFrom(strings.NewReader(text))
		if buffer.Cap() <= 4<<10 {
			buffer.Reset()
			pool.Put(buffer)
		}
	}
	last := pool.Get().(*bytes.Buffer)
	last.WriteString(texts[len(texts)-1])
	return last
}
