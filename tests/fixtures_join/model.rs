//! The allocation model against `shared/go-fixtures`: every measured byte has a construct that is charged there and can
//! have its size.

use crate::support::{Modelled, go_fixtures, plain};
use heaplint::go::construct::{Callee, Construct, ConstructKind, Fit, fits};
use heaplint::model::{Dialect, Source};
use heaplint::profile::{Limits, Profile, read};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

const GO: u16 = 27;

fn modelled() -> Modelled {
    let folder = go_fixtures().join("constructs/sites");
    let names =
        ["boxing", "calls", "calls2", "closures", "http", "lines", "literals", "make", "rangefunc", "sites", "strs"];
    let files: Vec<PathBuf> = names.iter().map(|name| folder.join(format!("{name}.go"))).collect();
    Modelled::of("example.com/constructs/sites", &files)
}

/// Lines of the file to which the construct is charged.
fn lines(construct: &Construct, source: &Source, size: u64) -> BTreeSet<u32> {
    let also = construct.also_charged.iter().filter(|also| {
        also.since <= GO && also.until.is_none_or(|until| GO <= until) && also.at_most.is_none_or(|most| size <= most)
    });
    let at = std::iter::once(construct.charged_at).chain(also.map(|also| also.at));
    at.map(|at| source.line_at(at)).collect()
}

/// What the module's own frames of a profile are charged: file, line, first line of the function, size of the object and
/// direct callee.
type Charge = (String, u32, u32, u64, Option<String>);

fn charges(profile: &Profile) -> BTreeMap<Charge, i64> {
    let mut charges = BTreeMap::new();
    for index in 0..profile.samples.len() {
        let mut callee = None;
        for frame in profile.stack(index) {
            let function = &profile.functions[frame.function as usize];
            if function.file.contains("/constructs/sites/") {
                let file = Path::new(&*function.file).file_name().expect("a name").to_string_lossy().into_owned();
                let key = (file, frame.line, function.start_line, profile.samples[index].size, callee);
                *charges.entry(key).or_default() += profile.values(index)[0];
                break;
            }
            callee = Some(plain(&function.name));
        }
    }
    charges.retain(|_, objects| *objects != 0);
    charges
}

#[test]
fn every_measured_object_has_a_construct_that_can_have_its_size() {
    let modelled = modelled();
    let bytes = std::fs::read(go_fixtures().join("allocs.pb.gz")).expect("the profile is there");
    let profile = read(&bytes, &Limits::STANDARD).expect("the profile reads");
    let charges = charges(&profile);
    assert!(charges.len() > 300, "{}", charges.len());
    let mut unmet = Vec::new();
    for ((name, line, start_line, size, callee), objects) in &charges {
        let file = modelled.files.iter().find(|file| file.source.path.ends_with(name)).expect("a file");
        let source = &file.source;
        let there = file.constructs.iter().filter(|construct| lines(construct, source, *size).contains(line));
        let fitting = |construct: &&Construct| match (&construct.kind, callee) {
            (ConstructKind::Call(of), Some(callee)) => may_call(of, callee),
            (ConstructKind::Call(_), None) | (_, Some(_)) => false,
            _ => modelled.ask(|world| fits(&construct.amount, *size, world, Dialect::exactly(GO))) != Fit::No,
        };
        let found: Vec<&Construct> = there.filter(fitting).collect();
        let within =
            found.iter().any(|construct| construct.literal_at.is_none_or(|at| source.line_at(at) == *start_line));
        if found.is_empty() || !within {
            unmet.push(format!(
                "{name}:{line} of {start_line}: {objects} of {size} bytes, {callee:?}, found {}",
                found.len()
            ));
        }
    }
    assert!(unmet.is_empty(), "{} of {}:\n{}", unmet.len(), charges.len(), unmet.join("\n"));
}

/// Whether a callee can be the function with this symbol.
fn may_call(callee: &Callee, symbol: &str) -> bool {
    let last = symbol.rsplit('.').next().unwrap_or_default();
    match callee {
        Callee::Function(_, name) | Callee::Method(_, name) => *last == **name,
        Callee::Literal => last.starts_with("func"),
        Callee::Value => true,
    }
}
