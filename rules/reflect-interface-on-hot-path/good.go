package reflectinterfaceonhotpath

import (
	"net/http"
	"reflect"
	"strconv"
)

// SumGood reads the number where it is.
func SumGood(rows any) int64 {
	sum := int64(0)
	list := reflect.ValueOf(rows)
	for i := 0; i < list.Len(); i++ {
		row := list.Index(i)
		for field := 0; field < row.NumField(); field++ {
			if row.Field(field).Kind() == reflect.Int64 {
				sum += row.Field(field).Int()
			}
		}
	}
	return sum
}

// NamesGood reads the string where it is.
func NamesGood(rows []Row) []byte {
	var out []byte
	for i := range rows {
		row := reflect.ValueOf(&rows[i]).Elem()
		for field := range row.NumField() {
			value := row.Field(field)
			if value.Kind() != reflect.String {
				continue
			}
			out = append(out, value.String()...)
		}
	}
	return out
}

// ServeGood reads the number where it is.
func (r *Row) ServeGood(w http.ResponseWriter, _ *http.Request) {
	id := reflect.ValueOf(r).Elem().Field(0)
	w.Header().Set("X-Id", strconv.FormatInt(id.Int(), 10))
}
