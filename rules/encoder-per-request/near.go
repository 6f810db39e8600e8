package encoderperrequest

import (
	"bytes"
	"compress/gzip"
	"encoding/gob"
	"encoding/json"
	"encoding/xml"
	"io"
	"net/http"
	"os"
	"sync"
)

// A JSON encoder mostly stays on the stack and encodes into a buffer that the package has pooled: next to nothing to gain.
func answer(w http.ResponseWriter, r *http.Request) {
	if err := json.NewEncoder(w).Encode(r.Header); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func lines(w io.Writer, entries []Entry) error {
	for i := range entries {
		if err := json.NewEncoder(w).Encode(&entries[i]); err != nil {
			return err
		}
	}
	return nil
}

// A stream of gob sends each type once: another encoder would be another stream.
func messages(w io.Writer, entries []Entry) error {
	for i := range entries {
		if err := gob.NewEncoder(w).Encode(&entries[i]); err != nil {
			return err
		}
	}
	return nil
}

// A decoder reads ahead: one for all is another program.
func documents(r io.Reader, entries []Entry) error {
	for i := range entries {
		if err := xml.NewDecoder(r).Decode(&entries[i]); err != nil {
			return err
		}
	}
	return nil
}

// An encoder for a writer of each turn's own: an xml.Encoder cannot be given another one.
func separate(entries []*Entry) ([][]byte, error) {
	out := make([][]byte, 0, len(entries))
	for _, entry := range entries {
		var element bytes.Buffer
		if err := xml.NewEncoder(&element).Encode(entry); err != nil {
			return nil, err
		}
		out = append(out, element.Bytes())
	}
	return out, nil
}

// Once in the life of a program.
func archive(name string, text []byte) error {
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	defer file.Close()
	out := gzip.NewWriter(file)
	if _, err := out.Write(text); err != nil {
		return err
	}
	return out.Close()
}

// What a pool makes when it is empty.
func pool(levels []int) []*sync.Pool {
	out := make([]*sync.Pool, 0, len(levels))
	for range levels {
		out = append(out, &sync.Pool{New: func() any { return gzip.NewWriter(io.Discard) }}) // want pointer-per-element
	}
	return out
}

// The loop ends with it.
func firstOf(readers []io.Reader, w io.Writer) error {
	for _, r := range readers {
		if r == nil {
			continue
		}
		in, err := gzip.NewReader(r)
		if err != nil {
			return err
		}
		_, err = io.Copy(w, in)
		return err
	}
	return io.EOF
}

type gzips struct{ made int }

func (g *gzips) NewWriter(io.Writer) *gzips { g.made++; return g }

// A variable that hides the package.
func shadowed(w http.ResponseWriter, r *http.Request) {
	var gzip gzips
	out := gzip.NewWriter(w)
	w.WriteHeader(200 + out.made)
}

// Made under a condition: perhaps on one turn of all.
func someCompressed(files []io.Reader, names []string) (int64, error) {
	size := int64(0)
	for i, file := range files {
		if names[i] == "golden.gz" {
			unpacked, err := gzip.NewReader(file)
			if err != nil {
				return 0, err
			}
			n, err := io.Copy(io.Discard, unpacked)
			if err != nil {
				return 0, err
			}
			size += n
		}
	}
	return size, nil
}
