package contextgrowsinloop

import (
	"context"
	"time"
)

// A context of the turn.
func each(ctx context.Context, items []string, do func(context.Context, string)) {
	for _, item := range items {
		ctx, cancel := context.WithTimeout(ctx, time.Second)
		do(ctx, item)
		cancel()
	}
}

// From the same parent each time.
func sibling(parent context.Context, items []string, do func(context.Context)) {
	var ctx context.Context
	for i := range items {
		ctx = context.WithValue(parent, itemKey{}, &items[i])
		do(ctx)
	}
}

// Before the loop.
func once(ctx context.Context, user string, items []string) (length int) {
	ctx = context.WithValue(ctx, userKey{}, user)
	for _, item := range items {
		length += len(owner(ctx)) + len(item)
	}
	return length
}

// The loop ends with it.
func found(ctx context.Context, items []string) context.Context {
	for _, item := range items {
		if item != "" {
			ctx = context.WithValue(ctx, itemKey{}, item)
			break
		}
	}
	return ctx
}

// What all turns have put there is wanted behind the loop.
func tagged(ctx context.Context, keys []any, do func(context.Context)) {
	for _, key := range keys {
		ctx = context.WithValue(ctx, key, true)
	}
	do(ctx)
}

// The last one is asked for again.
func last(ctx context.Context, items []string, do func(context.Context) bool) string {
	for i := range items {
		ctx = context.WithValue(ctx, itemKey{}, &items[i])
		if do(ctx) {
			items[i] = ""
		}
	}
	return owner(ctx)
}
