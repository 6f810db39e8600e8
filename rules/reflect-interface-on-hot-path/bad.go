package reflectinterfaceonhotpath

import (
	"net/http"
	"reflect"
	"strconv"
)

// Row is one line of a table.
type Row struct {
	ID    int64
	Name  string
	Price float64
}

// Sum adds the whole numbers among the fields of each row.
func Sum(rows any) int64 {
	sum := int64(0)
	list := reflect.ValueOf(rows)
	for i := 0; i < list.Len(); i++ {
		row := list.Index(i)
		for field := 0; field < row.NumField(); field++ {
			if row.Field(field).Kind() == reflect.Int64 {
				sum += row.Field(field).Interface().(int64) // want reflect-interface-on-hot-path
			}
		}
	}
	return sum
}

// Names joins the fields that are strings.
func Names(rows []Row) []byte {
	var out []byte
	for i := range rows {
		row := reflect.ValueOf(&rows[i]).Elem()
		for field := range row.NumField() {
			value := row.Field(field)
			if value.Kind() != reflect.String {
				continue
			}
			name := value.Interface().(string) // want reflect-interface-on-hot-path
			out = append(out, name...)
		}
	}
	return out
}

// Serve sends the first field of a row.
func (r *Row) Serve(w http.ResponseWriter, _ *http.Request) {
	id := reflect.ValueOf(r).Elem().Field(0)
	w.Header().Set("X-Id", strconv.FormatInt(id.Interface().(int64), 10)) // want reflect-interface-on-hot-path
}
