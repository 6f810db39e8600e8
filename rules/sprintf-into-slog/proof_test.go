package sprintfintoslog

import (
	"context"
	"io"
	"log/slog"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	// As in production: what is for debugging is not wanted.
	logger := slog.New(slog.NewTextHandler(io.Discard, nil))
	path := t.Name()
	nothing := func(note func()) func() int {
		return func() int {
			note()
			return 0
		}
	}
	proof.Allocates(t, "Handled",
		nothing(func() { Handled(logger, path, 4711) }), nothing(func() { HandledGood(logger, path, 4711) }))
	proof.Allocates(t, "Queued",
		nothing(func() { Queued(context.Background(), logger, 4711) }),
		nothing(func() { QueuedGood(context.Background(), logger, 4711) }))
	// And where it is wanted.
	wanted := slog.New(slog.NewTextHandler(io.Discard, &slog.HandlerOptions{Level: slog.LevelDebug}))
	proof.Allocates(t, "Handled, logged",
		nothing(func() { Handled(wanted, path, 4711) }), nothing(func() { HandledGood(wanted, path, 4711) }))
}
