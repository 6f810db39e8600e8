package contextgrowsinloop

import "context"

type itemKey struct{}

type userKey struct{}

func owner(ctx context.Context) string {
	user, _ := ctx.Value(userKey{}).(string)
	item, _ := ctx.Value(itemKey{}).(*string)
	return user + "/" + *item
}

// Length adds the lengths of items' full names.
func Length(ctx context.Context, items []string) (length int) {
	for i := range items {
		ctx = context.WithValue(ctx, itemKey{}, &items[i]) // want context-grows-in-loop
		length += len(owner(ctx))
	}
	return length
}

// Lengths does so with a limit for each item.
func Lengths(ctx context.Context, items []string) (length int) {
	var cancel context.CancelFunc
	for range items {
		ctx, cancel = context.WithCancel(ctx) // want context-grows-in-loop
		length += len(owner(context.WithValue(ctx, itemKey{}, &items[0])))
		cancel()
	}
	return length
}
