package slogvaluesboxed

import (
	"context"
	"log/slog"
	"net/http"
)

// RunGood does jobs.
func RunGood(logger *slog.Logger, jobs []Job) int {
	done := 0
	for _, job := range jobs {
		done += job.Size
		logger.LogAttrs(context.Background(), slog.LevelDebug, "done", slog.String("name", job.Name), slog.Int("size", job.Size))
	}
	return done
}

// ServeGood answers a request.
func ServeGood(logger *slog.Logger) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		logger.LogAttrs(r.Context(), slog.LevelDebug, "request", slog.String("path", r.URL.Path))
	}
}

// SizesGood notes how large jobs are.
func SizesGood(ctx context.Context, logger *slog.Logger, jobs []Job) {
	for _, job := range jobs {
		logger.LogAttrs(ctx, slog.LevelDebug, "size", slog.Int("size", job.Size))
	}
}
