//! Which packages a file must import before a rule can be true of it, read off the rule's guards.
//!
//! Who calls `fmt.Sprintf` imports `fmt`. Methods and types say nothing: a `bytes.Buffer` may come out of another package's function,
//! and have another name in its own package.

use super::guard::{Guard, Test};
use super::pattern::Callee;
use std::collections::BTreeSet;

/// Packages of which a file must import one, by their import paths; `None` where the guards need none.
pub(super) fn needed_imports(guards: &[Guard]) -> Option<BTreeSet<String>> {
    // Every guard must hold, so that any of them may be asked: the one with the fewest packages says most.
    guards.iter().filter_map(needed_by).min_by_key(BTreeSet::len)
}

fn needed_by(guard: &Guard) -> Option<BTreeSet<String>> {
    match guard {
        Guard::On { test: Test::Calls(any), .. } => any.iter().map(package_of_function).collect(),
        Guard::On { .. } | Guard::Not(_) | Guard::Unless(_) => None,
        Guard::Any(alternatives) => {
            let all: Option<Vec<BTreeSet<String>>> = alternatives.iter().map(needed_by).collect();
            all.map(|sets| sets.into_iter().flatten().collect())
        }
    }
}

/// `encoding/json` of `encoding/json.Marshal`; `None` for methods and builtins.
fn package_of_function(callee: &Callee) -> Option<String> {
    let name = callee.spelling();
    let last = name.rfind('/').map_or(0, |slash| slash + 1);
    let dot = last + name.get(last..)?.find('.')?;
    let (package, function) = (name.get(..dot)?, name.get(dot + 1..)?);
    (package != "builtin" && !function.contains('.')).then(|| package.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::RuleSet;

    #[test]
    fn functions_need_their_packages_and_methods_need_none() {
        let package = |name: &str| package_of_function(&Callee::parse(name));
        assert_eq!(package("encoding/json.Marshal").as_deref(), Some("encoding/json"));
        assert_eq!(package("example.com/a.b/c.New*").as_deref(), Some("example.com/a.b/c"));
        for method in ["bytes.(*Buffer).String", "io.Writer.Write", "builtin.append", "plain"] {
            assert_eq!(package(method), None, "{method}");
        }
    }

    #[test]
    fn a_rule_about_json_is_for_files_that_import_json() {
        let rules = RuleSet::shipped().expect("the shipped rules load");
        let needed = |id: &str| needed_imports(&rules.rule(id).expect("a shipped rule").guards);
        assert_eq!(needed("sprintf-of-integer"), Some(BTreeSet::from(["fmt".to_owned()])));
        assert_eq!(needed("append-without-capacity"), None);
    }
}
