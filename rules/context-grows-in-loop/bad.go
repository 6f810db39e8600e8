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
