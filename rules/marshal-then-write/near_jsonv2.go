//go:build goexperiment.jsonv2

package marshalthenwrite

import (
	"encoding/json"
	"io"
)

// Built for the experiment of Go 1.25 and 1.26 alone, where each Encoder makes a buffer of its own.
func underExperiment(w io.Writer, report *Report) error {
	body, err := json.Marshal(report)
	if err != nil {
		return err
	}
	_, err = w.Write(body)
	return err
}
