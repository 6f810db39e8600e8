package slogvaluesboxed

import (
	"context"
	"log/slog"
	"net/http"
)

// Job is something to do.
type Job struct {
	Name string
	Size int
}

// Run does jobs.
func Run(logger *slog.Logger, jobs []Job) int {
	done := 0
	for _, job := range jobs {
		done += job.Size
		logger.Debug("done", "name", job.Name, "size", job.Size) // want slog-values-boxed
	}
	return done
}

// Serve answers a request.
func Serve(logger *slog.Logger) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		logger.DebugContext(r.Context(), "request", slog.String("path", r.URL.Path)) // want slog-values-boxed
	}
}

// Sizes notes how large jobs are.
func Sizes(ctx context.Context, logger *slog.Logger, jobs []Job) {
	for _, job := range jobs {
		logger.Debug("size", slog.Int("size", job.Size)) // want slog-values-boxed
	}
}
