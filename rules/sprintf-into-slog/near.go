package sprintfintoslog

import (
	"context"
	"fmt"
	"log/slog"
)

// A constant message, and a value that needs fmt: it is an attribute.
func attributes(ctx context.Context, logger *slog.Logger, table [2][2]int) {
	logger.Debug("table", "cells", fmt.Sprintf("%v", table))
	logger.LogAttrs(ctx, slog.LevelInfo, "table", slog.String("cells", fmt.Sprint(table)))
}

// The message was there before.
func given(logger *slog.Logger, message string) { logger.Info(message) }

type journal struct{ lines []string }

func (j *journal) Info(line string) { j.lines = append(j.lines, line) }

// Something else with a method of this name.
func own(j *journal, n int) { j.Info(fmt.Sprintf("%d items", n)) }

// The format comes from who calls: there is nothing to take apart here.
func infof(logger *slog.Logger, format string, values ...any) {
	logger.Info(fmt.Sprintf(format, values...))
}

func info(ctx context.Context, logger *slog.Logger, format string, values ...any) {
	logger.InfoContext(ctx, fmt.Sprint(values...))
	logger.InfoContext(ctx, fmt.Sprintf(format, len(values)))
}
