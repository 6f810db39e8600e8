package marshalthenwrite

import (
	"bufio"
	"encoding/json"
	"net/http"
	"os"
)

// RespondGood lets the encoder write.
func RespondGood(w http.ResponseWriter, report *Report) error {
	w.Header().Set("Content-Type", "application/json")
	return json.NewEncoder(w).Encode(report)
}

// AppendGood gets its newline from the encoder.
func AppendGood(w *bufio.Writer, report *Report) error {
	return json.NewEncoder(w).Encode(report)
}

// SaveGood encodes into the file.
func SaveGood(file *os.File, report *Report) error {
	return json.NewEncoder(file).Encode(report)
}
