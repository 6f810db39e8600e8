//! Whether what some files of a package declare is the same as before, to the package's other files and to packages that import it.

use super::bindings::is_predeclared;
use super::facts::Facts;
use super::types::{Name, Package, Term, Type};
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
        let functions = functions.chain(read_by(file, false));
        // Every file may have an `init` and a `_`, and nobody names them.
        for (name, fact) in
            types.chain(variables).chain(functions).filter(|(name, _)| !matches!(&***name, "init" | "_"))
        {
            names.entry(name.clone()).or_default().insert(fact);
        }
    }
    names
}

/// What functions, or methods, only read, by their names.
fn read_by(file: &Facts, methods: bool) -> impl Iterator<Item = (&Name, String)> {
    let readers = file.readers.iter().filter(move |reader| reader.receiver.is_some() == methods);
    readers.map(|reader| (&reader.name, format!("{reader:?}")))
}

/// What can matter where nobody names it.
fn unnamed(files: &[Facts]) -> BTreeSet<String> {
    let methods = files.iter().flat_map(|file| file.methods.iter().map(|fact| format!("{fact:?}")));
    let methods = methods.chain(files.iter().flat_map(|file| read_by(file, true).map(|(_, fact)| fact)));
    let constants = files.iter().flat_map(|file| &file.values).filter(|fact| fact.constant);
    methods.chain(constants.map(|fact| format!("{fact:?}"))).collect()
}

/// What packages that import this one can tell apart, and did compile before and compile now. No test file is among `then` and
/// `now`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ToImporters {
    /// Nothing.
    Same,
    /// Nothing, unless a variable or constant of the package is declared by something of these names, which is not exported.
    SameUnless(BTreeSet<Name>),
    /// Something.
    Different,
}

/// What importers of a package can tell of files of it that changed.
///
/// Types count whatever their names, since what is exported may be made of them. What is only in one of the two is named by no
/// file that did not change, but for methods, which embedding and fmt find without a name, and for constants that have a type,
/// whose number makes it an enumeration.
pub fn to_importers(then: &[Facts], now: &[Facts]) -> ToImporters {
    let (before, after) = (by_name_outside(then), by_name_outside(now));
    let changed = before.iter().filter(|(name, fact)| after.get(*name).is_some_and(|now| now != *fact));
    let changed: Vec<&(Kind, Name)> = changed.map(|(name, _)| name).collect();
    let seen = |(kind, name): &(Kind, Name)| *kind == Kind::Type || is_exported(name);
    if changed.iter().any(|name| seen(name)) || !same_numbers(&typed_constants(then), &typed_constants(now)) {
        return ToImporters::Different;
    }
    let (before, after) = (methods(then), methods(now));
    let changed_methods = before.symmetric_difference(&after);
    let mut inside: BTreeSet<Name> = changed.into_iter().map(|(_, name)| name.clone()).collect();
    for (name, _) in changed_methods {
        if is_exported(name) {
            return ToImporters::Different;
        }
        inside.insert(name.clone());
    }
    if inside.is_empty() { ToImporters::Same } else { ToImporters::SameUnless(inside) }
}

/// The names of what a file declares otherwise than before, or only before, or only now.
pub fn told_otherwise(then: &Facts, now: &Facts) -> BTreeSet<Name> {
    let (then, now) = (std::slice::from_ref(then), std::slice::from_ref(now));
    let (before, after) = (by_name_outside(then), by_name_outside(now));
    let differing = before.keys().chain(after.keys()).filter(|name| before.get(*name) != after.get(*name));
    let mut names: BTreeSet<Name> = differing.map(|(_, name)| name.clone()).collect();
    names.extend(methods(then).symmetric_difference(&methods(now)).map(|(name, _)| name.clone()));
    names
}

/// Whether a file declares anything of these names, methods included.
pub fn bears(file: &Facts, names: &BTreeSet<Name>) -> bool {
    names.iter().any(|name| file.declares(name)) || file.methods.iter().any(|method| names.contains(&method.name))
}

/// Whether a variable or constant of these files takes its type from something of one of these names.
pub fn declared_by(files: &[Facts], names: &BTreeSet<Name>) -> bool {
    files.iter().flat_map(|file| &file.values).any(|fact| mentions(&fact.term, names))
}

/// A type, or what else has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Type,
    Value,
}

fn is_exported(name: &str) -> bool {
    name.chars().next().is_some_and(char::is_uppercase)
}

fn by_name_outside(files: &[Facts]) -> BTreeMap<(Kind, Name), BTreeSet<String>> {
    let mut names: BTreeMap<(Kind, Name), BTreeSet<String>> = BTreeMap::new();
    for file in files {
        let types = file.types.iter().map(|fact| (Kind::Type, &fact.name, format!("{fact:?}")));
        let values = file.values.iter().map(|fact| (Kind::Value, &fact.name, format!("{fact:?}")));
        let functions = file.functions.iter().map(|(name, of)| (name, format!("{of:?}")));
        let functions = functions.chain(read_by(file, false)).map(|(name, of)| (Kind::Value, name, of));
        for (kind, name, fact) in
            types.chain(values).chain(functions).filter(|(_, name, _)| !matches!(&***name, "init" | "_"))
        {
            names.entry((kind, name.clone())).or_default().insert(fact);
        }
    }
    names
}

/// How many constants have each type of the package.
fn typed_constants(files: &[Facts]) -> BTreeMap<&Name, usize> {
    let mut numbers = BTreeMap::new();
    for fact in files.iter().flat_map(|file| &file.values).filter(|fact| fact.constant) {
        if let Term::Is(Type::Named(Package::Here, name, _)) = &fact.term {
            *numbers.entry(name).or_insert(0) += 1;
        }
    }
    numbers
}

/// Whether each type has as many constants, where it is not an enumeration by these files alone before and after.
fn same_numbers(before: &BTreeMap<&Name, usize>, after: &BTreeMap<&Name, usize>) -> bool {
    let of = |numbers: &BTreeMap<&Name, usize>, name: &Name| numbers.get(name).copied().unwrap_or(0);
    before.keys().chain(after.keys()).all(|name| {
        let (before, after) = (of(before, name), of(after, name));
        before == after || before > 1 && after > 1
    })
}

fn methods(files: &[Facts]) -> BTreeSet<(Name, String)> {
    let declared = files.iter().flat_map(|file| &file.methods).map(|fact| (&fact.name, format!("{fact:?}")));
    let read = files.iter().flat_map(|file| read_by(file, true));
    declared.chain(read).map(|(name, fact)| (name.clone(), fact)).collect()
}

/// Whether the term speaks of a package-level value, a field or a method of one of these names.
fn mentions(term: &Term, names: &BTreeSet<Name>) -> bool {
    match term {
        Term::Is(_) => false,
        Term::Value(package, name) => *package == Package::Here && names.contains(name),
        Term::Member(inner, name) => names.contains(name) || mentions(inner, names),
        Term::Arithmetic(left, right) => mentions(left, names) || mentions(right, names),
        Term::Result(inner, _) | Term::Instance(inner, _) | Term::Passed(inner, _) | Term::Placed(inner, _) => {
            mentions(inner, names)
        }
        Term::Element(inner)
        | Term::Ranged(inner)
        | Term::RangeKey(inner)
        | Term::Pointee(inner)
        | Term::Address(inner)
        | Term::Sliced(inner)
        | Term::Defaulted(inner) => mentions(inner, names),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::go::facts::facts_with_bodies;
    use crate::go::outline::outline;
    use crate::go::words::Words;

    fn of(text: &str) -> Facts {
        let text = format!("package p\n{text}");
        facts_with_bodies(text.as_bytes(), &outline(text.as_bytes(), &Words::new(std::iter::empty::<&str>())))
    }

    #[test]
    fn what_is_told_otherwise_is_named_whether_it_came_went_or_changed() {
        let then = of("type T struct{ s string }\nvar v = 1\nfunc F(a int) {}\nfunc (T) M() {}\nfunc init() {}\n");
        let names = |now: &str| told_otherwise(&then, &of(now)).iter().map(|name| name.to_string()).collect::<Vec<_>>();
        let same = "type T struct{ s string }\nvar v = 1\nfunc F(a int) {}\nfunc (T) M() {}\n";
        assert_eq!(names(same), [""; 0]);
        assert_eq!(names(&format!("{same}func New() {{}}\n")), ["New"]);
        assert_eq!(names(&same.replace("var v = 1\n", "")), ["v"]);
        assert_eq!(names(&same.replace("a int", "a any").replace("M()", "N()")), ["F", "M", "N"]);
    }

    #[test]
    fn a_file_bears_the_names_of_all_that_it_declares() {
        let file = of("type T struct{ field string }\nvar v = w\nconst c = 1\nfunc F(a int) {}\nfunc (T) M() {}\n");
        let bears = |name: &str| super::bears(&file, &BTreeSet::from([Name::from(name)]));
        assert!(["T", "v", "c", "F", "M"].into_iter().all(bears));
        assert!(!["field", "w", "a", "int", "p"].into_iter().any(bears));
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

    #[test]
    fn what_a_body_does_with_a_struct_that_it_takes_by_value_is_seen_by_others() {
        let then = "type T struct{ a, b int }\nfunc F(t T) int { return t.a }\nfunc (t T) m() int { return t.a }\n";
        let both = |old: &str, new: &str| {
            let (then, now) = ([of(then)], [of(&then.replace(old, new))]);
            (same_to_others(&then, &now), to_importers(&then, &now))
        };
        assert_eq!(both("t.a", "t.b + 1"), (true, ToImporters::Same));
        assert_eq!(
            both("F(t T) int { return t.a }", "F(t T) int { t.a = 2; return 1 }"),
            (false, ToImporters::Different)
        );
        let inside = ToImporters::SameUnless(BTreeSet::from([Name::from("m")]));
        assert_eq!(both("m() int { return t.a }", "m() int { return t.n() }"), (false, inside));
    }

    #[test]
    fn importers_see_types_exported_names_methods_and_enumerations() {
        let then = "type T struct{ s string }\ntype u int\nfunc F(a int) {}\nfunc f(a int) {}\nfunc (T) M() {}\nfunc (T) m() {}\n\
            const C = 1\nconst c = 1\nvar V = 1\nvar v = 1\ntype E int\nconst (\n\tA E = iota\n\tB\n)\ntype O int\nconst One O = 1\n";
        let inside = |names: &[&str]| ToImporters::SameUnless(names.iter().map(|name| Name::from(*name)).collect());
        let told = |old: &str, new: &str| {
            let now = then.replacen(old, new, 1);
            assert!(old == new || now != then, "{old}");
            to_importers(&[of(then)], &[of(&now)])
        };
        for (old, new) in [
            ("T", "T"),
            ("func F(a int) {}", "func F(a int) { F(1) }\nfunc G() {}\ntype W int\nconst D = 2"),
            ("\tB\n", "\tB\n\tX\n"),
            ("func F(a int) {}\n", ""),
            ("type u int\n", ""),
            ("var V = 1\n", "var V = 2\nfunc init() {}\n"),
        ] {
            assert_eq!(told(old, new), ToImporters::Same, "{old} -> {new}");
        }
        for (old, new) in [
            ("s string", "s []byte"),
            ("u int", "u string"),
            ("F(a int)", "F(a any)"),
            ("M()", "M() int"),
            ("func (T) M() {}", "func (T) M() {}\nfunc (T) String() string { return \"\" }"),
            ("const C = 1", "const C = \"\""),
            ("var V = 1", "var V = \"\""),
            ("\tB\n", ""),
            ("const One O = 1", "const One O = 1\nconst Two O = 2"),
        ] {
            assert_eq!(told(old, new), ToImporters::Different, "{old} -> {new}");
        }
        for (old, new, name) in
            [("f(a int)", "f(a any)", "f"), ("var v = 1", "var v = \"\"", "v"), ("m()", "m() int", "m")]
        {
            assert_eq!(told(old, new), inside(&[name]), "{old} -> {new}");
        }
        let names = BTreeSet::from([Name::from("f")]);
        for (text, declared) in [
            ("var X = f(1)", true),
            ("var x, y = 1, &g(f)", false),
            ("var x = f(1)[0].g", true),
            ("var X = t.f()", true),
            ("var X = T{}", false),
            ("func G() { f(1) }", false),
        ] {
            assert_eq!(declared_by(&[of(text)], &names), declared, "{text}");
        }
    }
}
