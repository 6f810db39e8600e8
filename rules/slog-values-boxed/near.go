package slogvaluesboxed

import (
	"context"
	"log/slog"
)

// Once, where the short form reads better.
func started(logger *slog.Logger, port int) { logger.Info("started", "port", port) }

// Pointers, constants and errors are in no box of their own.
func free(logger *slog.Logger, jobs []*Job, err error) {
	for _, job := range jobs {
		logger.Info("job", "job", job, "kind", "queued", "error", err)
	}
}

// Attributes already.
func attributes(ctx context.Context, logger *slog.Logger, jobs []Job) {
	for _, job := range jobs {
		logger.LogAttrs(ctx, slog.LevelInfo, "job", slog.Int("size", job.Size))
	}
}

// On the way out.
func first(logger *slog.Logger, jobs []Job) int {
	for i, job := range jobs {
		if job.Size > 1000 {
			logger.Warn("too large", "size", job.Size)
			return i
		}
	}
	return -1
}

type journal struct{}

func (journal) Info(message string, key string, value int) {}

// Something else with a method of this name.
func own(j journal, jobs []Job) {
	for _, job := range jobs {
		j.Info("job", "size", job.Size)
	}
}
