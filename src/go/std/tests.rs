//! What the standard library's facts must say, and that the text is what Go says today.

use super::{API, facts, is_standard, package_name, text_reader};
use crate::go::facts::{Facts, MethodFact};
use crate::go::types::{Basic, Field, Signature, Term, Type, Untyped};
use std::collections::BTreeSet;
use std::process::Command;
use std::sync::Arc;

fn facts_of(path: &str) -> Arc<Facts> {
    facts(path).unwrap_or_else(|| panic!("no facts of {path}"))
}

fn function(path: &str, name: &str) -> Arc<Signature> {
    let facts = facts_of(path);
    let found = facts.functions.iter().find(|(function, _)| &**function == name);
    found.unwrap_or_else(|| panic!("no function {path}.{name}")).1.clone()
}

fn method(path: &str, receiver: &str, name: &str) -> MethodFact {
    let facts = facts_of(path);
    let found = facts.methods.iter().find(|method| &*method.receiver == receiver && &*method.name == name);
    found.unwrap_or_else(|| panic!("no method {path}.{receiver}.{name}")).clone()
}

fn type_of(path: &str, name: &str) -> Type {
    let facts = facts_of(path);
    let found = facts.types.iter().find(|declared| &*declared.name == name);
    found.unwrap_or_else(|| panic!("no type {path}.{name}")).right.clone()
}

fn value(path: &str, name: &str) -> (Term, bool) {
    let facts = facts_of(path);
    let found = facts.values.iter().find(|value| &*value.name == name);
    found.map(|value| (value.term.clone(), value.constant)).unwrap_or_else(|| panic!("no value {path}.{name}"))
}

fn field(path: &str, of: &str, name: &str) -> Field {
    let Type::Struct(fields) = type_of(path, of) else { panic!("{path}.{of} is no struct") };
    let found = fields.iter().find(|field| &*field.name == name);
    found.unwrap_or_else(|| panic!("no field {path}.{of}.{name}")).clone()
}

fn pointer_to(of: Type) -> Type {
    Type::Pointer(Arc::new(of))
}

fn slice_of(of: Type) -> Type {
    Type::Slice(Arc::new(of))
}

fn parameter(name: &str) -> Type {
    Type::Parameter(name.into())
}

fn error() -> Type {
    Type::predeclared("error").expect("error is predeclared")
}

fn generic(path: &str, name: &str, arguments: &[Type]) -> Type {
    match Type::named(path, name) {
        Type::Named(package, name, _) => Type::Named(package, name, arguments.into()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_function_has_parameters_and_results() {
    let trim = function("strings", "TrimSpace");
    assert_eq!((&*trim.parameters, &*trim.results), (&[Type::STRING][..], &[Type::STRING][..]));
    let get = function("net/http", "Get");
    assert_eq!(&*get.results, [pointer_to(Type::named("net/http", "Response")), error()]);
    let sprintf = function("fmt", "Sprintf");
    assert_eq!((&*sprintf.parameters, sprintf.variadic), (&[Type::STRING, slice_of(Type::any())][..], true));
    assert_eq!(*function("runtime", "GC"), Signature::default());
}

#[test]
fn a_method_says_whether_its_receiver_is_a_pointer() {
    let string = method("bytes", "Buffer", "String");
    assert!(string.pointer);
    assert_eq!(&*string.signature.results, [Type::STRING]);
    assert!(!method("time", "Time", "Unix").pointer);
    assert!(method("time", "Time", "UnmarshalJSON").pointer);
}

#[test]
fn a_buffers_method_set_is_whole() {
    let facts = facts_of("bytes");
    let of_buffer: BTreeSet<&str> =
        facts.methods.iter().filter(|method| &*method.receiver == "Buffer").map(|method| &*method.name).collect();
    for name in ["Bytes", "Grow", "Len", "Read", "ReadFrom", "Reset", "Write", "WriteByte", "WriteString", "WriteTo"] {
        assert!(of_buffer.contains(name), "{name} is missing from {of_buffer:?}");
    }
    assert!(!of_buffer.contains("grow"));
}

#[test]
fn a_structs_fields_have_types_and_its_hidden_part_has_none() {
    assert_eq!(field("net/http", "Request", "Body").of, Type::named("io", "ReadCloser"));
    assert_eq!(field("net/http", "Request", "URL").of, pointer_to(Type::named("net/url", "URL")));
    assert_eq!(field("net/http", "Request", "Header").of, Type::named("net/http", "Header"));
    assert_eq!(field("net/http", "Request", "_").of, Type::Unknown);
    assert_eq!(field("net/url", "URL", "Path").of, Type::STRING);
    let Type::Struct(fields) = type_of("sync", "Mutex") else { panic!("sync.Mutex is no struct") };
    assert_eq!(fields.iter().map(|field| &*field.name).collect::<Vec<_>>(), ["_"]);
}

#[test]
fn an_embedded_type_is_a_field_and_its_methods_are_the_embedding_types_too() {
    let reader = field("bufio", "ReadWriter", "Reader");
    assert!(reader.embedded);
    assert_eq!(reader.of, pointer_to(Type::named("bufio", "Reader")));
    let read_line = method("bufio", "ReadWriter", "ReadString");
    assert_eq!((read_line.pointer, &*read_line.signature.results), (false, &[Type::STRING, error()][..]));
    assert!(method("testing", "B", "Helper").pointer);
}

#[test]
fn a_type_has_its_underlying_type_and_an_alias_its_target() {
    assert_eq!(type_of("net/http", "Header"), Type::Map(Arc::new(Type::STRING), Arc::new(slice_of(Type::STRING))));
    assert_eq!(type_of("time", "Duration"), Type::predeclared("int64").expect("int64 is predeclared"));
    assert_eq!(type_of("os", "FileMode"), Type::named("io/fs", "FileMode"));
    let os = facts_of("os");
    assert!(os.types.iter().any(|declared| &*declared.name == "FileMode" && declared.alias));
    assert!(os.types.iter().any(|declared| &*declared.name == "File" && !declared.alias));
}

#[test]
fn values_are_typed_and_constants_may_be_untyped() {
    assert_eq!(value("time", "Second"), (Term::Is(Type::named("time", "Duration")), true));
    assert_eq!(value("net/http", "MethodGet"), (Term::Is(Type::Untyped(Untyped::String)), true));
    assert_eq!(value("math", "Pi"), (Term::Is(Type::Untyped(Untyped::Float)), true));
    assert_eq!(value("os", "Stdout"), (Term::Is(pointer_to(Type::named("os", "File"))), false));
}

#[test]
fn an_unexported_type_that_an_exported_name_speaks_of_is_there() {
    assert_eq!(value("encoding/binary", "BigEndian"), (Term::Is(Type::named("encoding/binary", "bigEndian")), false));
    let append = method("encoding/binary", "bigEndian", "AppendUint32");
    assert_eq!(&*append.signature.results, [Type::byte_slice()]);
}

#[test]
fn a_generic_function_names_its_parameters_and_shows_their_shapes() {
    let sorted = function("slices", "Sorted");
    assert_eq!(&*sorted.type_parameters, ["E".into()]);
    assert_eq!(&*sorted.parameters, [generic("iter", "Seq", &[parameter("E")])]);
    assert_eq!(&*sorted.results, [slice_of(parameter("E"))]);

    let keys = function("maps", "Keys");
    assert_eq!(&*keys.type_parameters, ["Map".into(), "K".into(), "V".into()]);
    assert_eq!(&*keys.parameters, [Type::Map(Arc::new(parameter("K")), Arc::new(parameter("V")))]);
    assert_eq!(&*keys.results, [generic("iter", "Seq", &[parameter("K")])]);

    let clone = function("slices", "Clone");
    assert_eq!((&*clone.parameters, &*clone.results), (&[parameter("S")][..], &[parameter("S")][..]));
}

#[test]
fn a_generic_type_and_its_methods_speak_of_the_same_parameters() {
    let atomic = facts_of("sync/atomic");
    let pointer = atomic.types.iter().find(|declared| &*declared.name == "Pointer").expect("sync/atomic.Pointer");
    assert_eq!(&*pointer.parameters, ["T".into()]);
    assert_eq!(&*method("sync/atomic", "Pointer", "Load").signature.results, [pointer_to(parameter("T"))]);
    let Type::Func(sequence) = type_of("iter", "Seq2") else { panic!("iter.Seq2 is no function type") };
    let Type::Func(yielding) = &sequence.parameters[0] else { panic!("iter.Seq2 takes no function") };
    assert_eq!(&*yielding.parameters, [parameter("K"), parameter("V")]);
}

#[test]
fn an_interface_lists_embedded_methods_too() {
    let Type::Interface { methods, embedded } = type_of("io", "ReadWriteCloser") else { panic!("no interface") };
    assert_eq!(methods.iter().map(|method| &*method.name).collect::<Vec<_>>(), ["Close", "Read", "Write"]);
    assert_eq!(&*embedded, []);
    assert_eq!(&*methods[1].signature.parameters, [Type::byte_slice()]);
    let Type::Interface { embedded, .. } = type_of("cmp", "Ordered") else { panic!("no interface") };
    assert_eq!(&*embedded, [Type::Unknown]);
}

#[test]
fn package_unsafe_has_its_pseudo_functions() {
    assert_eq!(type_of("unsafe", "Pointer"), Type::Basic(Basic::UnsafePointer));
    assert_eq!(&*function("unsafe", "String").results, [Type::STRING]);
    assert_eq!(&*function("unsafe", "StringData").results, [pointer_to(Type::BYTE)]);
    assert_eq!(&*function("unsafe", "Slice").results, [slice_of(parameter("T"))]);
    assert_eq!(&*function("unsafe", "SliceData").parameters, [slice_of(parameter("T"))]);
    assert_eq!(&*function("unsafe", "Add").results, [Type::Basic(Basic::UnsafePointer)]);
    assert_eq!(function("unsafe", "Sizeof").results.len(), 1);
}

#[test]
fn standard_packages_are_told_from_others() {
    for path in [
        "fmt",
        "net/http",
        "unsafe",
        "C/internal/x",
        "internal/bytealg",
        "runtime/internal/sys",
        "vendor/golang.org/x/net/idna",
    ] {
        assert_eq!(is_standard(path), path != "C/internal/x", "{path}");
    }
    for path in ["", "example.com/fmt", "fmt/", "net", "main", "golang.org/x/net/http2", "cmd/go", "shop/internal/db"] {
        assert_eq!(is_standard(path), path == "net", "{path}");
    }
    assert_eq!(package_name("math/rand/v2"), Some("rand"));
    assert_eq!(package_name("go/types"), Some("types"));
    assert_eq!(package_name("example.com/m"), None);
    assert!(facts("example.com/m").is_none());
}

#[test]
fn every_line_of_the_text_is_read() {
    let mut read = 0;
    for line in API.lines().filter(|line| !line.starts_with("# ") && !line.starts_with("package ")) {
        text_reader::read_line(line, &mut Facts::default()).unwrap_or_else(|| panic!("not read: {line}"));
        read += 1;
    }
    assert!(read > 10_000, "only {read} lines");
}

#[test]
fn a_line_of_another_form_adds_nothing() {
    let deep = format!("var V {}int", "*".repeat(100));
    for line in ["", "var", "var V", "var V [x]int", "func F", "func F(int", "func F(int) string]", "method F()", &deep]
    {
        let mut facts = Facts::default();
        assert_eq!((text_reader::read_line(line, &mut facts), facts), (None, Facts::default()), "{line}");
    }
}

/// Exactly the same text with the Go that wrote it. Another Go must agree on the names at package level: by Go's promise
/// the newer of the two still has all of the older one's.
#[test]
fn the_text_is_what_go_says() {
    let go = std::env::var("HEAPLINT_GO").unwrap_or_else(|_| "go".into());
    let own_version = API.split(' ').nth(1).expect("the text names its Go");
    let text = run_stdapi(&go);
    let version = text.split(' ').nth(1).unwrap_or_default();
    if version == own_version {
        let differs = API.lines().zip(text.lines()).find(|(ours, theirs)| ours != theirs);
        assert_eq!(differs, None, "src/go/std/api.txt is not what tests/go/stdapi writes; its first line says how to");
        assert_eq!(API.len(), text.len());
        return;
    }
    let (ours, theirs) = (package_level_names(API), package_level_names(&text));
    let (older, newer) = if minor(version) < minor(own_version) { (theirs, ours) } else { (ours, theirs) };
    assert!(older.len() > 5_000, "only {} names by {go}", older.len());
    let lost: Vec<_> = older.difference(&newer).collect();
    assert!(lost.is_empty(), "between {own_version} in src/go/std/api.txt and {version} by {go}, lost: {lost:?}");
}

fn run_stdapi(go: &str) -> String {
    let program = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/go/stdapi");
    let advice = "set HEAPLINT_GO to a go command of 1.24 or newer; `tests/install-go 1.27` prints one";
    let mut command = Command::new(go);
    // The program runs `go` from PATH and must meet its own.
    if let Some(folder) = std::path::Path::new(go).parent().filter(|folder| folder.is_absolute()) {
        let path = std::env::var("PATH").unwrap_or_default();
        command.env("PATH", format!("{}:{path}", folder.display()));
    }
    let output = command.args(["run", "."]).current_dir(program).env("GOTOOLCHAIN", "local").output();
    let output = output.unwrap_or_else(|error| panic!("cannot run {go}: {error}; {advice}"));
    assert!(output.status.success(), "{go}: {}; {advice}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("the text is UTF-8")
}

/// `path keyword name` of every exported declaration of every package that programs can import, methods left out: a
/// type that became an alias keeps its methods elsewhere.
fn package_level_names(text: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let mut package = "";
    for line in text.lines() {
        let mut words = line.split([' ', '[', '(']);
        let (keyword, name) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        match keyword {
            "package" => package = name,
            "const" | "func" | "type" | "var"
                if name.starts_with(char::is_uppercase) && !package.contains("internal") =>
            {
                names.insert(format!("{package} {keyword} {name}"));
            }
            _ => {}
        }
    }
    names
}

/// 27 of `go1.27.3`.
fn minor(version: &str) -> u32 {
    version.split('.').nth(1).and_then(|minor| minor.parse().ok()).unwrap_or(0)
}
