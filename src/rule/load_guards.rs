//! The guards of a rule file: one table with one key each.

use super::complaint::suggestion;
use super::fields::{Complaints, Fields};
use super::guard::{Capture, DeclaredAs, Elements, GrowthPart, Guard, Test, Uses};
use super::load::{callees, capture, position};
use super::pattern::TypePattern;
use super::short_guards::short;
use super::type_text;
use std::ops::Range;
use std::sync::Arc;
use toml::Spanned;
use toml::de::DeValue;

/// Every guard, by the word of rule files.
pub const GUARDS: &[&str] = &[
    "in-loop",
    "in-own-loop",
    "once-per-turn",
    "every-turn",
    "few-turns",
    "cut-short",
    "grows-on",
    "same-place-each-turn",
    "reached-by-calls",
    "set-anew",
    "starts-over",
    "error-dropped",
    "over-arguments",
    "few-by-name",
    "many-by-name",
    "grows-every-turn",
    "by-place",
    "outlasts-turn",
    "short-text",
    "holds-pointers",
    "fits-the-stack",
    "reads-limited",
    "given-by-call",
    "parameter-of-method",
    "verb",
    "behind-failure",
    "over-few",
    "asked-each-turn",
    "loop-counter",
    "written-on",
    "named-keys",
    "moves-for-little",
    "bounded-loop",
    "in-handler",
    "hot-path",
    "local",
    "declared",
    "declared-outside-loop",
    "unchanged-in-loop",
    "same-each-turn",
    "not-nil",
    "confined",
    "untouched-until-loop",
    "grows-only-here",
    "emptied-in-loop",
    "variadic",
    "spread",
    "used",
    "only-used",
    "indexed-by",
    "ranged-once",
    "pooled",
    "type",
    "denotes",
    "calls",
    "argument-of",
    "converted",
    "conversion",
    "elided-conversion",
    "boxes",
    "constant",
    "fixed-literal",
    "reflected-part",
    "mixed-cases",
    "text",
    "arguments",
    "made-by",
    "never-assigned",
    "runs-once",
    "kept",
    "beside-data",
    "streamed-through",
    "repeats",
    "called-before",
    "at-least",
    "beyond-array",
    "has-method",
    "call-free",
    "harmless",
    "loop-around",
    "sole-declaration",
    "declared-type",
    "declared-value",
    "same-at",
    "never-negative",
    "nil-unseen",
    "same-type",
    "size",
    "element-size",
    "package-variable",
    "appended-in-loop",
    "gathered",
    "padded",
    "under-lock",
    "rounded-up",
    "scratch",
    "elements",
    "lends",
    "filled-in-loop",
    "never-altered",
    "only-map-key",
    "fresh-field",
    "reply-channel",
    "only-looked-up",
    "calls-itself",
    "statement-of",
    "sole-value",
    "second-ignored",
    "first-ignored",
    "spreads-second",
    "read-by-turn",
    "named-type",
    "used-by-methods",
    "only-name",
    "received-once",
    "orders-by",
    "accumulates",
    "terms",
    "used-in-place",
    "used-before",
    "function-named",
    "copied-for-calls",
    "not",
    "unless",
    "any",
];

const GROWTH: [(&str, GrowthPart); 3] =
    [("loop", GrowthPart::Loop), ("statements", GrowthPart::Statements), ("pieces", GrowthPart::Pieces)];

const WAYS: [(&str, DeclaredAs); 7] = [
    ("zero", DeclaredAs::Zero),
    ("empty-literal", DeclaredAs::EmptyLiteral),
    ("make-empty", DeclaredAs::MakeEmpty),
    ("make-sized", DeclaredAs::MakeSized),
    ("new", DeclaredAs::New),
    ("pointer-literal", DeclaredAs::PointerLiteral),
    ("nil", DeclaredAs::Nil),
];

/// Guards inside each other beyond this are refused.
const DEEPEST: usize = 8;

/// The guards under `key`: those of `[find]` or of one fix, or where a finding needs a profile. Names that they bind are added to `captures`; `bound` are those that may be bound
/// again, by alternatives.
pub(super) fn guards(
    fields: Fields,
    key: &str,
    captures: &mut Vec<String>,
    bound: &mut Vec<String>,
    complaints: &Complaints,
) -> Vec<Guard> {
    let list = fields.list(key, &format!("{key} = [{{ in-loop = \"report\" }}]"));
    let mut reader = Reader { captures, complaints, bound };
    list.iter().filter_map(|value| reader.guard(value, fields, 0)).collect()
}

struct Reader<'r> {
    captures: &'r mut Vec<String>,
    complaints: &'r Complaints,
    bound: &'r mut Vec<String>,
}

impl Reader<'_> {
    fn guard<'d>(&mut self, value: &'d Spanned<DeValue<'d>>, within: Fields<'d>, depth: usize) -> Option<Guard> {
        let table = value.get_ref().as_table().and_then(Fields::only);
        let Some((key, argument)) = table.filter(|_| depth <= DEEPEST) else {
            let help = "write { in-loop = \"report\" }";
            self.complaints.toml(value.span(), "each guard is a table with one key, the guard's name", help);
            return None;
        };
        let name: &str = key.get_ref();
        if !GUARDS.contains(&name) {
            self.complaints.toml(key.span(), format!("unknown guard `{name}`"), suggestion(name, GUARDS));
            return None;
        }
        match name {
            "not" => self.guard(argument, within, depth + 1).map(|inner| Guard::Not(Box::new(inner))),
            "unless" => self.guard(argument, within, depth + 1).map(|inner| Guard::Unless(Box::new(inner))),
            "any" => {
                let Some(list) = argument.get_ref().as_array() else {
                    self.complaints.toml(
                        argument.span(),
                        "`any` takes a list of guards",
                        "write any = [{ ... }, { ... }]",
                    );
                    return None;
                };
                let inner: Vec<Guard> = list.iter().filter_map(|one| self.guard(one, within, depth + 1)).collect();
                (inner.len() == list.len()).then_some(Guard::Any(inner))
            }
            _ => self.plain(name, argument, within),
        }
    }

    /// A guard about one capture: `{ name = "x" }` or `{ name = { of = "x", ... } }`.
    fn plain<'d>(&mut self, name: &str, argument: &'d Spanned<DeValue<'d>>, within: Fields<'d>) -> Option<Guard> {
        let known: &[&str] = match name {
            "bounded-loop" => &["of", "length"],
            "declared" => &["of", "as", "at"],
            "used" | "only-used" => &[
                "of",
                "methods",
                "arguments-of",
                "fields",
                "assigned",
                "spread",
                "converted-to",
                "elements",
                "times",
                "at",
            ],
            "type" | "denotes" => &["of", "is"],
            "calls" | "text" | "verb" | "called-before" | "function-named" => &["of", "any"],
            "indexed-by" => &["of", "any", "at"],
            "made-by" => &["of", "any", "assigned", "at"],
            "argument-of" => &["of", "any", "from", "at"],
            "has-method" | "used-by-methods" => &["of", "any"],
            "orders-by" => &["of", "slice", "at"],
            "accumulates" => &["of", "part", "at"],
            "repeats" | "streamed-through" | "under-lock" | "appended-in-loop" | "gathered" => &["of", "at"],
            "at-least" => &["of", "value"],
            "conversion" | "converted" => &["of", "to"],
            "boxes" => &["of", "rather", "at"],
            "loop-around" | "sole-declaration" | "declared-type" | "declared-value" | "same-at" => &["of", "at"],
            "arguments" => &["of", "count"],
            "beyond-array" => &["pointer", "length"],
            "same-type" => &["of", "as"],
            "size" | "element-size" | "elements" | "rounded-up" => &["of", "at-least"],
            "copied-for-calls" => &["of", "at-least", "at"],
            "scratch" => &["of", "arguments-of", "at"],
            "lends" => &["of", "to"],
            "only-map-key" | "spreads-second" | "statement-of" | "sole-value" | "second-ignored" | "terms"
            | "used-in-place" => &["of", "at"],
            _ => &["of"],
        };
        if let Some(of) = argument.get_ref().as_str() {
            let of = capture(of, argument.span(), self.captures, within)?;
            let Some(test) = short(name) else {
                let help = format!("write {{ {name} = {{ {} = ... }} }}", known.join(" = ..., "));
                self.complaints.toml(argument.span(), format!("`{name}` needs more than a capture"), help);
                return None;
            };
            return Some(Guard::On { of, test, binds: None });
        }
        let fields = within.as_table(argument, known)?;
        let subject = known[0];
        let (text, span) = fields.text(subject, &format!("{subject} = \"report\""))?;
        let of = capture(text, span, self.captures, fields)?;
        let test = self.long(name, fields)?;
        let binds = match name {
            "bounded-loop" => self.bind("length", fields),
            "declared" | "scratch" | "only-map-key" | "used" | "only-used" | "boxes" | "made-by" | "repeats"
            | "streamed-through" | "under-lock" | "appended-in-loop" | "gathered" | "loop-around"
            | "sole-declaration" | "declared-type" | "declared-value" | "argument-of" | "indexed-by"
            | "spreads-second" | "statement-of" | "sole-value" | "second-ignored" | "orders-by" | "accumulates"
            | "terms" | "used-in-place" | "copied-for-calls" => self.bind("at", fields),
            _ => None,
        };
        Some(Guard::On { of, test, binds })
    }

    /// The test of a guard that stands as a table.
    fn long(&mut self, name: &str, fields: Fields) -> Option<Test> {
        Some(match name {
            "declared" => Test::Declared(self.ways(fields)?),
            "used" => Test::Used(uses(fields)),
            "only-used" => Test::OnlyUsed(uses(fields)),
            "type" => Test::Type(self.types("is", fields)?),
            "denotes" => Test::Denotes(self.types("is", fields)?),
            "boxes" if !fields.texts("rather", "rather = [\"~string\"]").is_empty() => {
                Test::Boxes(self.types("rather", fields)?)
            }
            "calls" => Test::Calls(callees(&self.some("any", fields, "any = [\"fmt.Sprintf\"]")?, fields)),
            "made-by" => Test::MadeBy {
                any: callees(&self.some("any", fields, "any = [\"os.Open\"]")?, fields),
                assigned: fields.flag("assigned"),
            },
            "called-before" => {
                Test::CalledBefore(callees(&self.some("any", fields, "any = [\"sync.(*Map).Load\"]")?, fields))
            }
            "at-least" => {
                let Some((value, _)) = fields.number("value") else {
                    fields.complain(
                        fields.span.0..fields.span.1,
                        "`at-least` needs a value",
                        "write { of = \"size\", value = 4096 }",
                    );
                    return None;
                };
                Test::AtLeast(value)
            }
            "argument-of" => {
                let any = callees(&self.some("any", fields, "any = [\"fmt.Sprintf\"]")?, fields);
                let from = fields.number("from").and_then(|(from, _)| usize::try_from(from).ok());
                Test::ArgumentOf(any, from.unwrap_or(0))
            }
            "converted" => Test::Converted(self.types("to", fields)?),
            "conversion" => Test::Conversion(self.types("to", fields)?),
            "text" | "verb" | "function-named" => {
                let any = self.some("any", fields, "any = [\"%d\"]")?;
                let texts = any.into_iter().map(|(text, _)| text.to_owned()).collect();
                match name {
                    "text" => Test::Text(texts),
                    "verb" => Test::Verb(texts),
                    _ => Test::FunctionNamed(texts),
                }
            }
            "indexed-by" => {
                let any = self.some("any", fields, "any = [\"0\", \"len(x)-1\"]")?;
                Test::IndexedBy(any.into_iter().map(|(text, _)| text.to_owned()).collect())
            }
            "has-method" | "used-by-methods" => {
                let any = self.some("any", fields, "any = [\"String\"]")?;
                let names = any.into_iter().map(|(text, _)| text.to_owned()).collect();
                if name == "has-method" { Test::HasMethod(names) } else { Test::UsedByMethods(names) }
            }
            "orders-by" => {
                let (slice, span) = fields.text("slice", "slice = \"slice\"")?;
                Test::OrdersBy(capture(slice, span, self.captures, fields)?)
            }
            "accumulates" => Test::Accumulates(fields.word("part", &GROWTH)?),
            "same-at" => {
                let (at, span) = fields.text("at", "at = \"declaration\"")?;
                Test::SameAt(capture(at, span, self.captures, fields)?)
            }
            "same-type" => {
                let (text, span) = fields.text("as", "as = \"other\"")?;
                Test::SameType(capture(text, span, self.captures, fields)?)
            }
            "size" | "element-size" | "elements" | "rounded-up" | "copied-for-calls" => {
                let Some((bytes, _)) = fields.number("at-least") else {
                    let help = "write { of = \"value\", at-least = 256 }";
                    fields.complain(fields.span.0..fields.span.1, format!("`{name}` needs a number"), help);
                    return None;
                };
                match name {
                    "size" => Test::Size(bytes),
                    "element-size" => Test::ElementSize(bytes),
                    "elements" => Test::ElementsAtLeast(bytes),
                    "copied-for-calls" => Test::CopiedForCalls(bytes),
                    _ => Test::RoundedUp(bytes),
                }
            }
            "scratch" => Test::Scratch(uses(fields).arguments_of),
            "lends" => Test::Lends(callees(&self.some("to", fields, "to = [\"encoding/json.Unmarshal\"]")?, fields)),
            "arguments" => {
                let Some((count, _)) = fields.number("count") else {
                    let help = "write { of = \"report\", count = 2 }";
                    fields.complain(fields.span.0..fields.span.1, "`arguments` needs a count", help);
                    return None;
                };
                Test::Arguments(usize::try_from(count).unwrap_or(usize::MAX))
            }
            _ => return short(name),
        })
    }

    fn ways(&mut self, fields: Fields) -> Option<Vec<DeclaredAs>> {
        let names: Vec<&str> = WAYS.iter().map(|(word, _)| *word).collect();
        let mut ways = Vec::new();
        for (text, span) in self.some("as", fields, "as = [\"zero\"]")? {
            match WAYS.iter().find(|(word, _)| *word == text) {
                Some((_, way)) => ways.push(*way),
                None => fields.complain(span, format!("unknown way of declaring `{text}`"), suggestion(text, &names)),
            }
        }
        Some(ways)
    }

    fn some<'d>(&self, key: &str, fields: Fields<'d>, example: &str) -> Option<Vec<(&'d str, Range<usize>)>> {
        let texts = fields.texts(key, example);
        if texts.is_empty() {
            fields.complain(fields.span.0..fields.span.1, format!("`{key}` is missing"), format!("write {example}"));
        }
        (!texts.is_empty()).then_some(texts)
    }

    fn types(&self, key: &str, fields: Fields) -> Option<Arc<[TypePattern]>> {
        let texts = self.some(key, fields, &format!("{key} = [\"string\"]"))?;
        let mut patterns = Vec::new();
        for (text, span) in texts {
            match type_text::pattern(text) {
                Some(pattern) => patterns.push(pattern),
                None => {
                    let help = "write a Go type (`[]byte`, `*bytes.Buffer`), `~string`, or a class such as `slice`";
                    fields.complain(span, format!("`{text}` is neither a type nor a class of types"), help);
                }
            }
        }
        Some(patterns.into())
    }

    /// The new capture that a guard binds under this key. Alternatives of `any` may bind the same name.
    fn bind(&mut self, key: &str, fields: Fields) -> Option<Capture> {
        let (name, span) = fields.optional_text(key, &format!("{key} = \"name\""))?;
        if position(self.captures, name).is_some() && !self.bound.iter().any(|known| known == name) {
            fields.complain(span, format!("`{name}` is a capture of the query already"), "choose another name");
            return None;
        }
        if position(self.captures, name).is_none() {
            self.captures.push(name.to_owned());
            self.bound.push(name.to_owned());
        }
        position(self.captures, name)
    }
}

fn uses(fields: Fields) -> Uses {
    let words = |key: &str, example: &str| -> Vec<String> {
        fields.texts(key, &format!("{key} = [\"{example}\"]")).into_iter().map(|(text, _)| text.to_owned()).collect()
    };
    let methods = words("methods", "Write");
    let arguments_of = callees(&fields.texts("arguments-of", "arguments-of = [\"fmt.Fprintf\"]"), fields);
    let converted_to = words("converted-to", "string");
    let members = words("fields", "Comma");
    let assigned = fields.flag("assigned");
    let spread = fields.flag("spread");
    let elements = match fields.optional_text("elements", "elements = \"read\"") {
        None => Elements::No,
        Some(("read", _)) => Elements::Read,
        Some(("named", _)) => Elements::Named,
        Some((other, span)) => {
            fields.complain(span, format!("`{other}` is no way to use elements"), "write \"read\" or \"named\"");
            Elements::No
        }
    };
    let times = fields.number("times").and_then(|(count, _)| usize::try_from(count).ok());
    Uses { methods, arguments_of, fields: members, assigned, spread, converted_to, elements, times }
}
