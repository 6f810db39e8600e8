package kindthroughtype

import (
	"reflect"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	number, board := 7, [64]int{}
	record := reflect.ValueOf(struct {
		Name  string
		Size  int
		Tags  []string
		Owner *int
		Price float64
		Notes map[string]string
	}{Name: "pump", Tags: []string{"a", "b"}, Owner: &number})
	var values []reflect.Value
	var interfaces []any
	for i := range 1000 {
		field := record.Field(i % record.NumField())
		if i%50 == 0 {
			field = reflect.ValueOf(&board)
		} else if field.Kind() == reflect.Pointer {
			field = reflect.ValueOf(&number)
		}
		values = append(values, field)
		interfaces = append(interfaces, field.Interface())
	}
	proof.Faster(t, "Sizes", func() int { return Sizes(values) }, func() int { return SizesGood(values) })
	proof.Faster(t, "Texts", func() int { return Texts(record) }, func() int { return TextsGood(record) })
	proof.Faster(t, "Numbers", func() int { return Numbers(interfaces) }, func() int { return NumbersGood(interfaces) })
}
