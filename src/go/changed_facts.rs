//! Whether what some files of a package declare is the same to the package's other files as before.

use super::bindings::is_predeclared;
use super::facts::Facts;
use super::types::Name;
use std::collections::{BTreeMap, BTreeSet};

/// Whether other files that compiled before and compile now can tell `then` and `now` apart.
///
/// A type, variable or function that is only in one of them is named by no file that did not change as well, unless it takes the
/// name of something predeclared. Methods and constants can matter where nobody names them: a type that gains a String method
/// is another one to fmt, and a type is an enumeration by its constants.
pub fn same_to_others(then: &[Facts], now: &[Facts]) -> bool {
    let (before, after) = (by_name(then), by_name(now));
    let same = |name: &&Name| match (before.get(*name), after.get(*name)) {
        (Some(before), Some(after)) => before == after,
        _ => !is_predeclared(name),
    };
    before.keys().chain(after.keys()).all(|name| same(&name)) && unnamed(then) == unnamed(now)
}

/// What each name of a type, variable or function stands for.
fn by_name(files: &[Facts]) -> BTreeMap<Name, BTreeSet<String>> {
    let mut names: BTreeMap<Name, BTreeSet<String>> = BTreeMap::new();
    for file in files {
        let types = file.types.iter().map(|fact| (&fact.name, format!("{fact:?}")));
        let variables = file.values.iter().filter(|fact| !fact.constant).map(|fact| (&fact.name, format!("{fact:?}")));
        let functions = file.functions.iter().map(|(name, signature)| (name, format!("{signature:?}")));
        // Every file may have an `init` and a `_`, and nobody names them.
        for (name, fact) in
            types.chain(variables).chain(functions).filter(|(name, _)| !matches!(&***name, "init" | "_"))
        {
            names.entry(name.clone()).or_default().insert(fact);
        }
    }
    names
}

/// What can matter where nobody names it.
fn unnamed(files: &[Facts]) -> BTreeSet<String> {
    let methods = files.iter().flat_map(|file| file.methods.iter().map(|fact| format!("{fact:?}")));
    let constants = files.iter().flat_map(|file| &file.values).filter(|fact| fact.constant);
    methods.chain(constants.map(|fact| format!("{fact:?}"))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::go::facts::facts;
    use crate::go::outline::outline;
    use crate::go::words::Words;

    fn of(text: &str) -> Facts {
        let text = format!("package p\n{text}");
        facts(text.as_bytes(), &outline(text.as_bytes(), &Words::new(std::iter::empty::<&str>())))
    }

    #[test]
    fn what_others_cannot_name_makes_no_difference() {
        let then = "type T struct{ s string }\nvar v = 1\nfunc F(a int) {}\nfunc (T) M() {}\nconst c = 1\n";
        let same = |now: &str| same_to_others(&[of(then)], &[of(now)]);
        assert!(same(then));
        assert!(same(&format!("{then}func New() int {{ return 1 }}\ntype U int\nvar w = T{{}}\nfunc init() {{}}\n")));
        assert!(same(&then.replace("var v = 1\n", "").replace("func F(a int) {}", "func F(a int) { F(1) }")));
        // Moved to another file of the change.
        assert!(same_to_others(&[of(then), of("")], &[of("const c = 1"), of(&then.replace("const c = 1\n", ""))]));
        for (old, new) in [
            ("s string", "s []byte"),
            ("v = 1", "v = \"\""),
            ("a int", "a any"),
            ("M()", "String() string"),
            ("const c = 1", "const c, d = 1, 2"),
            ("func (T) M() {}", ""),
            ("var v = 1", "var v, len = 1, 2"),
            ("const c = 1", "func string() {}"),
        ] {
            assert!(!same(&then.replace(old, new)), "{old} -> {new}");
        }
    }
}
