package sprintfintoslog

import (
	"context"
	"log/slog"
)

// HandledGood notes what has been done, for those who want to know.
func HandledGood(logger *slog.Logger, path string, status int) {
	logger.LogAttrs(context.Background(), slog.LevelDebug, "handled", slog.String("path", path), slog.Int("status", status))
}

// QueuedGood notes how much there is to do.
func QueuedGood(ctx context.Context, logger *slog.Logger, jobs int) {
	logger.LogAttrs(ctx, slog.LevelDebug, "jobs waiting", slog.Int("jobs", jobs))
}
