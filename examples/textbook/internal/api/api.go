// Package api serves the catalogue and the orders over HTTP.
package api

import (
	"bytes"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"io"
	"net/http"
	"strconv"
	"strings"

	"example.com/textbook/internal/catalog"
	"example.com/textbook/internal/orders"
	"example.com/textbook/internal/report"
)

const (
	typeJSON = "application/json"
	typeText = "text/plain; charset=utf-8"
	typeCSV  = "text/csv; charset=utf-8"
)

// maxBody is the largest request body that is read, in bytes.
const maxBody = 64 << 10

type server struct {
	products *catalog.Catalog
	orders   *orders.Store
	journal  journal
}

// New gives the handler of the whole service.
func New(products *catalog.Catalog, store *orders.Store) http.Handler {
	s := &server{products: products, orders: store, journal: journal{counts: map[string]int{}}}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /products", s.listProducts)
	mux.HandleFunc("GET /products/{id}", s.showProduct)
	mux.HandleFunc("GET /products/{id}/similar", s.similar)
	mux.HandleFunc("GET /search", s.search)
	mux.HandleFunc("GET /orders/{id}", s.showOrder)
	mux.HandleFunc("GET /summary", s.summarize)
	mux.HandleFunc("POST /quote", s.quote)
	mux.HandleFunc("GET /compare", s.compare)
	mux.HandleFunc("GET /export.csv", s.exportCSV)
	mux.HandleFunc("GET /metrics", s.metrics)
	mux.HandleFunc("GET /admin/journal", s.showJournal)
	mux.HandleFunc("GET /admin/audit", s.audit)
	return mux
}

func (s *server) listProducts(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	offset, size := number(query.Get("offset"), 0, 10000), max(1, number(query.Get("size"), 20, 100))
	page := s.products.Page(query.Get("category"), offset, size)
	body, err := json.Marshal(page)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	s.send(w, r, "list", typeJSON, body)
}

func (s *server) showProduct(w http.ResponseWriter, r *http.Request) {
	product, ok := s.products.Lookup(number(r.PathValue("id"), 0, 1<<30))
	if !ok {
		s.fail(w, "product", http.StatusNotFound, "no such product")
		return
	}
	body, err := json.Marshal(product)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	s.send(w, r, "product", typeJSON, body)
}

func (s *server) search(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	results := s.products.Search(query.Get("q"), number(query.Get("limit"), 10, 50))
	var buf bytes.Buffer
	if err := json.NewEncoder(&buf).Encode(results); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	s.send(w, r, "search", typeJSON, buf.Bytes())
}

func (s *server) showOrder(w http.ResponseWriter, r *http.Request) {
	order, ok := s.orders.Lookup(number(r.PathValue("id"), 0, 1<<30))
	if !ok {
		s.fail(w, "order", http.StatusNotFound, "no such order")
		return
	}
	body, err := json.Marshal(order)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	s.send(w, r, "order", typeJSON, body)
}

func (s *server) summarize(w http.ResponseWriter, r *http.Request) {
	summary := s.orders.Summarize(r.URL.Query().Get("customer"))
	buf := new(bytes.Buffer)
	if err := json.NewEncoder(buf).Encode(summary); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	s.send(w, r, "summary", typeJSON, buf.Bytes())
}

// quoteItem is one position of a request for a quote and of its answer.
type quoteItem struct {
	ID       int   `json:"id"`
	Quantity int   `json:"quantity"`
	Cents    int64 `json:"cents"`
}

// quoteAnswer is the price of everything asked for.
type quoteAnswer struct {
	Items      []quoteItem `json:"items"`
	TotalCents int64       `json:"total_cents"`
}

func (s *server) quote(w http.ResponseWriter, r *http.Request) {
	raw, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	if err != nil {
		s.fail(w, "quote", http.StatusBadRequest, "unreadable body")
		return
	}
	text := strings.TrimSpace(string(raw))
	var request struct {
		Items []quoteItem `json:"items"`
	}
	if err := json.Unmarshal([]byte(text), &request); err != nil {
		s.fail(w, "quote", http.StatusBadRequest, "malformed body")
		return
	}
	answer := quoteAnswer{Items: make([]quoteItem, 0)}
	for _, item := range request.Items {
		product, ok := s.products.Lookup(item.ID)
		if !ok {
			s.fail(w, "quote", http.StatusNotFound, "no such product: "+fmt.Sprintf("%d", item.ID))
			return
		}
		item.Cents = product.PriceCents * int64(item.Quantity)
		answer.Items = append(answer.Items, item)
		answer.TotalCents += item.Cents
	}
	body, err := json.Marshal(answer)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	s.send(w, r, "quote", typeJSON, body)
}

func (s *server) compare(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	left, okLeft := s.products.Lookup(number(query.Get("a"), 0, 1<<30))
	right, okRight := s.products.Lookup(number(query.Get("b"), 0, 1<<30))
	if !okLeft || !okRight {
		s.fail(w, "compare", http.StatusNotFound, "no such product")
		return
	}
	body, err := json.Marshal(report.Compare(left, right))
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	s.send(w, r, "compare", typeJSON, body)
}

func (s *server) similar(w http.ResponseWriter, r *http.Request) {
	product, ok := s.products.Lookup(number(r.PathValue("id"), 0, 1<<30))
	if !ok {
		s.fail(w, "similar", http.StatusNotFound, "no such product")
		return
	}
	matches := report.Similar(product, s.products.InCategory(product.Category), 5)
	body, err := json.Marshal(matches)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	s.send(w, r, "similar", typeJSON, body)
}

func (s *server) exportCSV(w http.ResponseWriter, r *http.Request) {
	text := report.CSV(s.products.InCategory(r.URL.Query().Get("category")))
	s.send(w, r, "export", typeCSV, []byte(text))
}

func (s *server) metrics(w http.ResponseWriter, r *http.Request) {
	text := report.Metrics(s.journal.requests(), s.products.Stock())
	s.send(w, r, "metrics", typeText, []byte(text))
}

func (s *server) showJournal(w http.ResponseWriter, r *http.Request) {
	s.send(w, r, "journal", typeText, []byte(s.journal.text()))
}

func (s *server) audit(w http.ResponseWriter, r *http.Request) {
	complaints := report.Audit(s.products.InCategory(""))
	body, err := json.MarshalIndent(complaints, "", "  ")
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	s.send(w, r, "audit", typeJSON, body)
}

// send answers with a body, or with 304 to a client that has it already.
func (s *server) send(w http.ResponseWriter, r *http.Request, route, contentType string, body []byte) {
	tag := entityTag(string(body))
	w.Header().Set("Content-Type", contentType)
	w.Header().Set("ETag", tag)
	if r.Header.Get("If-None-Match") == tag {
		w.WriteHeader(http.StatusNotModified)
		s.journal.record(route, "status", http.StatusNotModified, "bytes", 0)
		return
	}
	w.Write(body)
	s.journal.record(route, "status", http.StatusOK, "bytes", len(body))
}

// fail answers with an error that a client can read.
func (s *server) fail(w http.ResponseWriter, route string, status int, message string) {
	body, err := json.Marshal(map[string]any{"status": status, "error": message})
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", typeJSON)
	w.WriteHeader(status)
	w.Write(body)
	s.journal.record(route, "status", status, "bytes", len(body))
}

// entityTag names a body by its checksum.
func entityTag(body string) string {
	return "\"" + fmt.Sprintf("%08x", crc32.ChecksumIEEE([]byte(body))) + "\""
}

// number reads a decimal number from 0 to limit; what is none gives the fallback.
func number(text string, fallback, limit int) int {
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 {
		return fallback
	}
	return min(n, limit)
}
