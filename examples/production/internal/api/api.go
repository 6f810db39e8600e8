// Package api serves the catalogue and the orders over HTTP.
package api

import (
	"encoding/json"
	"hash/crc32"
	"net/http"
	"strconv"

	"example.com/production/internal/catalog"
	"example.com/production/internal/orders"
	"example.com/production/internal/report"
)

// Values of the Content-Type header, shared by all answers: net/http does not
// change them.
var (
	typeJSON = []string{"application/json"}
	typeText = []string{"text/plain; charset=utf-8"}
	typeCSV  = []string{"text/csv; charset=utf-8"}
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
	s := &server{products: products, orders: store}
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
	out := getScratch()
	defer putScratch(out)
	out.body = page.AppendJSON(out.body)
	s.send(w, r, routeList, typeJSON, out.body)
}

func (s *server) showProduct(w http.ResponseWriter, r *http.Request) {
	product, ok := s.products.Lookup(number(r.PathValue("id"), 0, 1<<30))
	if !ok {
		s.fail(w, routeProduct, http.StatusNotFound, "no such product")
		return
	}
	out := getScratch()
	defer putScratch(out)
	out.body = product.AppendJSON(out.body)
	s.send(w, r, routeProduct, typeJSON, out.body)
}

func (s *server) search(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	results := s.products.Search(query.Get("q"), number(query.Get("limit"), 10, 50))
	out := getScratch()
	defer putScratch(out)
	out.body = append(results.AppendJSON(out.body), '\n')
	s.send(w, r, routeSearch, typeJSON, out.body)
}

func (s *server) showOrder(w http.ResponseWriter, r *http.Request) {
	order, ok := s.orders.Lookup(number(r.PathValue("id"), 0, 1<<30))
	if !ok {
		s.fail(w, routeOrder, http.StatusNotFound, "no such order")
		return
	}
	out := getScratch()
	defer putScratch(out)
	out.body = order.AppendJSON(out.body)
	s.send(w, r, routeOrder, typeJSON, out.body)
}

func (s *server) summarize(w http.ResponseWriter, r *http.Request) {
	summary := s.orders.Summarize(r.URL.Query().Get("customer"))
	out := getScratch()
	defer putScratch(out)
	out.body = append(summary.AppendJSON(out.body), '\n')
	s.send(w, r, routeSummary, typeJSON, out.body)
}

// quoteItem is one position of a request for a quote and of its answer.
type quoteItem struct {
	ID       int   `json:"id"`
	Quantity int   `json:"quantity"`
	Cents    int64 `json:"cents"`
}

func (s *server) quote(w http.ResponseWriter, r *http.Request) {
	request := getQuoteRequest()
	defer putQuoteRequest(request)
	if _, err := request.raw.ReadFrom(http.MaxBytesReader(w, r.Body, maxBody)); err != nil {
		s.fail(w, routeQuote, http.StatusBadRequest, "unreadable body")
		return
	}
	if err := json.Unmarshal(request.raw.Bytes(), request); err != nil {
		s.fail(w, routeQuote, http.StatusBadRequest, "malformed body")
		return
	}
	out := getScratch()
	defer putScratch(out)
	out.body = append(out.body, `{"items":[`...)
	var total int64
	for i, item := range request.Items {
		product, ok := s.products.Lookup(item.ID)
		if !ok {
			s.fail(w, routeQuote, http.StatusNotFound, "no such product: "+strconv.Itoa(item.ID))
			return
		}
		if i > 0 {
			out.body = append(out.body, ',')
		}
		item.Cents = product.PriceCents * int64(item.Quantity)
		out.body = item.appendJSON(out.body)
		total += item.Cents
	}
	out.body = append(out.body, `],"total_cents":`...)
	out.body = strconv.AppendInt(out.body, total, 10)
	out.body = append(out.body, '}')
	s.send(w, r, routeQuote, typeJSON, out.body)
}

func (q *quoteItem) appendJSON(b []byte) []byte {
	b = append(b, `{"id":`...)
	b = strconv.AppendInt(b, int64(q.ID), 10)
	b = append(b, `,"quantity":`...)
	b = strconv.AppendInt(b, int64(q.Quantity), 10)
	b = append(b, `,"cents":`...)
	b = strconv.AppendInt(b, q.Cents, 10)
	return append(b, '}')
}

func (s *server) compare(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	left, okLeft := s.products.Lookup(number(query.Get("a"), 0, 1<<30))
	right, okRight := s.products.Lookup(number(query.Get("b"), 0, 1<<30))
	if !okLeft || !okRight {
		s.fail(w, routeCompare, http.StatusNotFound, "no such product")
		return
	}
	out := getScratch()
	defer putScratch(out)
	out.body = report.AppendDifferences(out.body, report.Compare(left, right))
	s.send(w, r, routeCompare, typeJSON, out.body)
}

func (s *server) similar(w http.ResponseWriter, r *http.Request) {
	product, ok := s.products.Lookup(number(r.PathValue("id"), 0, 1<<30))
	if !ok {
		s.fail(w, routeSimilar, http.StatusNotFound, "no such product")
		return
	}
	matches := report.Similar(product, s.products.InCategory(product.Category), 5)
	out := getScratch()
	defer putScratch(out)
	out.body = report.AppendMatches(out.body, matches)
	s.send(w, r, routeSimilar, typeJSON, out.body)
}

func (s *server) exportCSV(w http.ResponseWriter, r *http.Request) {
	out := getScratch()
	defer putScratch(out)
	out.body = report.AppendCSV(out.body, s.products.InCategory(r.URL.Query().Get("category")))
	s.send(w, r, routeExport, typeCSV, out.body)
}

func (s *server) metrics(w http.ResponseWriter, r *http.Request) {
	out := getScratch()
	defer putScratch(out)
	out.body = report.AppendMetrics(out.body, s.journal.requests(), s.products.Stock())
	s.send(w, r, routeMetrics, typeText, out.body)
}

func (s *server) showJournal(w http.ResponseWriter, r *http.Request) {
	out := getScratch()
	defer putScratch(out)
	out.body = s.journal.appendText(out.body)
	s.send(w, r, routeJournal, typeText, out.body)
}

func (s *server) audit(w http.ResponseWriter, r *http.Request) {
	out := getEncoder()
	defer putEncoder(out)
	body, err := out.encode(report.Audit(s.products.InCategory("")), "  ")
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	s.send(w, r, routeAudit, typeJSON, body)
}

// send answers with a body, or with 304 to a client that has it already.
func (s *server) send(w http.ResponseWriter, r *http.Request, route route, contentType []string, body []byte) {
	tag := entityTag(body)
	header := w.Header()
	header["Content-Type"] = contentType
	header["Etag"] = []string{tag}
	if r.Header.Get("If-None-Match") == tag {
		w.WriteHeader(http.StatusNotModified)
		s.journal.record(route, http.StatusNotModified, 0)
		return
	}
	w.Write(body)
	s.journal.record(route, http.StatusOK, len(body))
}

// failure is what a client is told about an error.
type failure struct {
	Error  string `json:"error"`
	Status int    `json:"status"`
}

// fail answers with an error that a client can read.
func (s *server) fail(w http.ResponseWriter, route route, status int, message string) {
	out := getEncoder()
	defer putEncoder(out)
	body, err := out.encode(failure{message, status}, "")
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header()["Content-Type"] = typeJSON
	w.WriteHeader(status)
	w.Write(body)
	s.journal.record(route, status, len(body))
}

// entityTag names a body by its checksum.
func entityTag(body []byte) string {
	const hex = "0123456789abcdef"
	sum := crc32.ChecksumIEEE(body)
	tag := [10]byte{0: '"', 9: '"'}
	for i := 8; i > 0; i-- {
		tag[i] = hex[sum&15]
		sum >>= 4
	}
	return string(tag[:])
}

// number reads a decimal number from 0 to limit; what is none gives the fallback.
func number(text string, fallback, limit int) int {
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 {
		return fallback
	}
	return min(n, limit)
}
