//! Terms and evaluation beside go/types, on the standard library's own source: what is known must be what Go says.

use super::declared::File;
use crate::go::evaluate::{PackageFacts, World, evaluate};
use crate::go::kinds::Kind;
use crate::go::types::{Basic, IntSize, Package, Signature, Type, Untyped};
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::process::Command;
use std::sync::Arc;

const PACKAGES: [&str; 12] = [
    "strings",
    "bufio",
    "bytes",
    "slices",
    "maps",
    "sort",
    "strconv",
    "fmt",
    "go/ast",
    "encoding/json",
    "text/template",
    "net/http",
];

#[derive(Default)]
struct Tally {
    asked: usize,
    known: usize,
    broken: usize,
    wrong: Vec<String>,
    unknown: BTreeMap<String, usize>,
}

struct GoSays {
    of: String,
    basic: String,
}

#[test]
#[ignore = "needs a Go toolchain; prints the share of known types"]
#[allow(clippy::print_stderr)]
fn no_known_type_of_an_expression_differs_from_what_go_says() {
    let directory = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/go/typesof");
    let wanted = std::env::var("TYPESOF").ok();
    let wanted: Vec<&str> = match &wanted {
        Some(list) => list.split_whitespace().collect(),
        None => PACKAGES.to_vec(),
    };
    let output = Command::new("go").args(["run", "."]).args(&wanted).current_dir(directory).output();
    let output = output.expect("the go command, to run tests/go/typesof");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let output = String::from_utf8(output.stdout).unwrap();
    let mut files: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut says: FxHashMap<&str, FxHashMap<(usize, usize), GoSays>> = FxHashMap::default();
    for line in output.lines() {
        let columns: Vec<&str> = line.split('\t').collect();
        match columns.as_slice() {
            ["P", path, file] => files.entry(path).or_default().push(file),
            ["E", file, start, end, _, of, basic] => {
                let span = (start.parse().unwrap(), end.parse().unwrap());
                let said = GoSays { of: (*of).to_owned(), basic: (*basic).to_owned() };
                says.entry(file).or_default().insert(span, said);
            }
            _ => panic!("{line}"),
        }
    }
    let read = |path: &str| File::read(std::fs::read(path).unwrap());
    let loaded: RefCell<FxHashMap<String, Option<Arc<PackageFacts>>>> = RefCell::default();
    let package_of = |path: &str| {
        if let Some(known) = loaded.borrow().get(path) {
            return known.clone();
        }
        let facts: Option<Vec<_>> = files.get(path).map(|files| files.iter().map(|file| read(file).facts()).collect());
        let facts = facts.map(|facts| Arc::new(PackageFacts::new(&facts)));
        loaded.borrow_mut().insert(path.to_owned(), facts.clone());
        facts
    };
    let mut all = Tally::default();
    for package in &wanted {
        let here = package_of(package).expect(package);
        let world = World { path: "x/here", here: &here, package_of: &package_of };
        let mut tally = Tally::default();
        for file in &files[package] {
            let Some(says) = says.get(file) else { continue };
            compare(&read(file), says, &world, package, file, &mut tally);
        }
        let share = 100.0 * tally.known as f64 / tally.asked.max(1) as f64;
        eprintln!(
            "{package}: {} expressions, {share:.1} % known, {} wrong, {} declarations not parsed",
            tally.asked,
            tally.wrong.len(),
            tally.broken
        );
        all.asked += tally.asked;
        all.known += tally.known;
        all.wrong.append(&mut tally.wrong);
        for (kind, count) in tally.unknown {
            *all.unknown.entry(kind).or_default() += count;
        }
    }
    let mut unknown: Vec<_> = all.unknown.into_iter().collect();
    unknown.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    eprintln!("all: {} expressions, {:.1} % known", all.asked, 100.0 * all.known as f64 / all.asked as f64);
    eprintln!("unknown: {:?}", &unknown[..unknown.len().min(12)]);
    assert!(all.asked > 1_000);
    assert!(all.wrong.is_empty(), "{} wrong:\n{}", all.wrong.len(), all.wrong[..all.wrong.len().min(60)].join("\n"));
}

fn compare(
    file: &File,
    says: &FxHashMap<(usize, usize), GoSays>,
    world: &World,
    package: &str,
    path: &str,
    tally: &mut Tally,
) {
    tally.broken += file.each_declaration(|syntax, _, terms| {
        for id in syntax.ids() {
            let span = syntax.span(id);
            let wrapper = matches!(
                syntax.kind(id),
                Kind::ExpressionList
                    | Kind::LiteralElement
                    | Kind::LiteralValue
                    | Kind::ExpressionStatement
                    | Kind::StatementList
                    | Kind::Token
                    | Kind::ParameterList
                    | Kind::ParameterDeclaration
                    | Kind::RangeClause
                    | Kind::ReceiveStatement
                    | Kind::InterpretedStringLiteralContent
            );
            let Some(said) = says.get(&(span.start, span.end)).filter(|_| !wrapper) else { continue };
            tally.asked += 1;
            let of = evaluate(&terms.type_of(id), world);
            let text = canonical(&of, package);
            let generic = matches!(&of, Type::Func(signature) if !signature.type_parameters.is_empty());
            if of == Type::Unknown || generic {
                let kind = format!("{:?}", syntax.kind(id));
                *tally.unknown.entry(kind).or_default() += 1;
                if std::env::var("TYPESOF_UNKNOWN").is_ok() {
                    tally.wrong.push(format!(
                        "{path}:{} unknown {} : Go says {}",
                        span.start,
                        syntax.name(id),
                        said.of
                    ));
                }
                continue;
            }
            tally.known += 1;
            let agrees = match &of {
                Type::Untyped(kind) => untyped_agrees(*kind, said),
                _ => matches(&text, &said.of),
            };
            if !agrees {
                let line = 1 + file.source[..span.start].iter().filter(|byte| **byte == b'\n').count();
                let source = syntax.name(id);
                tally.wrong.push(format!("{path}:{line}: {source}: {text}, Go says {} ({})", said.of, said.basic));
            }
        }
    });
}

/// An untyped constant has in Go the type that its surroundings want.
fn untyped_agrees(kind: Untyped, said: &GoSays) -> bool {
    let basic = said.basic.trim_start_matches("untyped ");
    let parameter = said.of.starts_with('$');
    let number = basic.starts_with("int")
        || basic.starts_with("uint")
        || basic.starts_with("float")
        || basic.starts_with("complex")
        || basic == "rune"
        || basic == "byte";
    match kind {
        Untyped::Bool => basic == "bool",
        Untyped::String => basic == "string" || said.of.ends_with("[]uint8") || parameter,
        Untyped::Nil => basic == "nil" || basic == "-" || basic == "unsafe.Pointer" || basic == "Pointer",
        _ => number || parameter,
    }
}

/// Whether what is known agrees with Go, `?` standing for anything.
fn matches(known: &str, go: &str) -> bool {
    let mut rest = go;
    let mut parts = known.split('?');
    let Some(tail) = parts.next().and_then(|first| rest.strip_prefix(first)) else { return go.contains('?') };
    rest = tail;
    for part in parts {
        match (part, rest.find(part)) {
            ("", _) => {}
            (_, Some(at)) => rest = &rest[at + part.len()..],
            (_, None) => return false,
        }
    }
    rest.is_empty() || known.ends_with('?') || go.contains('?')
}

/// The form that tests/go/typesof prints.
fn canonical(of: &Type, package: &str) -> String {
    let inner = |of: &Type| canonical(of, package);
    let list = |of: &[Type]| of.iter().map(inner).collect::<Vec<_>>().join(",");
    let signature = |of: &Signature| format!("({})({})", list(&of.parameters), list(&of.results));
    match of {
        Type::Unknown => "?".to_owned(),
        Type::Basic(Basic::Int(IntSize::Bytes(size))) => format!("int{}", size * 8),
        Type::Basic(Basic::Uint(IntSize::Bytes(size))) => format!("uint{}", size * 8),
        Type::Basic(_) | Type::Untyped(_) => of.to_string(),
        Type::Named(of, name, arguments) => {
            let path = match of {
                Package::Here => package,
                Package::Path(path) => path,
            };
            match arguments.is_empty() {
                true => format!("{path}.{name}"),
                false => format!("{path}.{name}[{}]", list(arguments)),
            }
        }
        Type::Pointer(of) => format!("*{}", inner(of)),
        Type::Slice(of) => format!("[]{}", inner(of)),
        Type::Array(Some(length), of) => format!("[{length}]{}", inner(of)),
        Type::Array(None, of) => format!("[?]{}", inner(of)),
        Type::Map(key, value) => format!("map[{}]{}", inner(key), inner(value)),
        Type::Chan(of) => format!("chan {}", inner(of)),
        Type::Func(of) => format!("func{}", signature(of)),
        Type::Struct(fields) => {
            let fields: Vec<_> = fields.iter().map(|field| format!("{} {}", field.name, inner(&field.of))).collect();
            format!("struct{{{}}}", fields.join(";"))
        }
        Type::Interface { methods, embedded } => {
            let methods = methods.iter().map(|method| format!("{}{}", method.name, signature(&method.signature)));
            let mut parts: Vec<_> = methods.chain(embedded.iter().map(inner)).collect();
            parts.sort();
            format!("interface{{{}}}", parts.join(";"))
        }
        Type::Parameter(name) => format!("${name}"),
        Type::Tuple(of) => list(of),
    }
}
