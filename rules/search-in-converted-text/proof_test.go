package searchinconvertedtext

import (
	"bytes"
	"hash/maphash"
	"strings"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	log := []byte(strings.Repeat("2026-11-02T10:11:12Z info request handled in 23 ms\n", 20) + "2026-11-02T10:11:13Z error no such file or directory")
	lines := bytes.Split(log, []byte("\n"))
	proof.Allocates(t, "Failed", func() int { return Failed(lines) }, func() int { return FailedGood(lines) })
	record := []byte("the first field of a longer record,1,2,3")
	proof.Allocates(t, "Comma", func() int { return Comma(record) }, func() int { return CommaGood(record) })
	archive := []byte("releases/v1.2.3/linux-amd64/server.tar.gz")
	proof.Allocates(t, "Archive",
		func() bool { return Archive(archive, record) },
		func() bool { return ArchiveGood(archive, record) })
	proof.Allocates(t, "Width", func() int { return Width(lines[0]) }, func() int { return WidthGood(lines[0]) })
	path := string(archive)
	proof.Allocates(t, "Depth", func() int { return Depth(path) }, func() int { return DepthGood(path) })
	proof.Allocates(t, "Ready", func() bool { return Ready(log) }, func() bool { return ReadyGood(log) })
	seed := maphash.MakeSeed()
	proof.Allocates(t, "Hash",
		func() uint64 { return Hash(seed, record, path) }, func() uint64 { return HashGood(seed, record, path) })
	proof.Allocates(t, "Whole", func() bool { return Whole(log) }, func() bool { return WholeGood(log) })
}
