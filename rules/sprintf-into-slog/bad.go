package sprintfintoslog

import (
	"context"
	"fmt"
	"log/slog"
)

// Handled notes what has been done, for those who want to know.
func Handled(logger *slog.Logger, path string, status int) {
	logger.Debug(fmt.Sprintf("handled %s: %d", path, status)) // want sprintf-into-slog
}

// Queued notes how much there is to do.
func Queued(ctx context.Context, logger *slog.Logger, jobs int) {
	logger.DebugContext(ctx, fmt.Sprint("jobs waiting: ", jobs)) // want sprintf-into-slog
}
