package unreadreply

import (
	"testing"
	"time"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	late := make(chan struct{})
	close(late)
	// What is fetched comes when nobody waits for it any more. A goroutine that can end does so meanwhile.
	ask := func(first func(func() []byte, <-chan struct{}) []byte) func() []byte {
		return func() []byte {
			fetched := make(chan struct{})
			page := first(func() []byte { defer close(fetched); time.Sleep(time.Millisecond); return make([]byte, 16<<10) }, late)
			<-fetched
			time.Sleep(time.Millisecond)
			return page
		}
	}
	proof.Keeps(t, "First", ask(First), ask(FirstGood))
}
