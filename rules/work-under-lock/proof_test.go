package workunderlock

import (
	"bytes"
	"strconv"
	"sync"
	"testing"

	"heaplint.test/rules/proof"
)

// four goroutines ask for a document of many scores, again and again.
func four(scores []Score, document func(*Board) ([]byte, error)) func() {
	return func() {
		board := &Board{scores: scores}
		var group sync.WaitGroup
		for range 4 {
			group.Add(1)
			go func() {
				defer group.Done()
				for range 20 {
					document(board)
				}
			}()
		}
		group.Wait()
	}
}

func TestProof(t *testing.T) {
	scores := make([]Score, 2000)
	for i := range scores {
		scores[i] = Score{"player " + strconv.Itoa(i), i}
	}
	board := &Board{scores: scores}
	bad, _ := board.Document()
	if good, _ := board.DocumentGood(); !bytes.Equal(bad, good) {
		t.Fatalf("%s is not %s", good, bad)
	}
	bad, _ = board.Indented()
	if good, _ := board.IndentedGood(); !bytes.Equal(bad, good) {
		t.Fatalf("%s is not %s", good, bad)
	}
	proof.Waits(t, "Board.Document", four(scores, (*Board).Document), four(scores, (*Board).DocumentGood))
	proof.Waits(t, "Board.Indented", four(scores, (*Board).Indented), four(scores, (*Board).IndentedGood))
}
