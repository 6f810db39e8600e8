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
