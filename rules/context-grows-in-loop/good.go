package contextgrowsinloop

import "context"

// LengthGood adds the lengths of items' full names.
func LengthGood(ctx context.Context, items []string) (length int) {
	for i := range items {
		ctx := context.WithValue(ctx, itemKey{}, &items[i])
		length += len(owner(ctx))
	}
	return length
}

// LengthsGood does so with a limit for each item.
func LengthsGood(ctx context.Context, items []string) (length int) {
	for range items {
		ctx, cancel := context.WithCancel(ctx)
		length += len(owner(context.WithValue(ctx, itemKey{}, &items[0])))
		cancel()
	}
	return length
}
