//! The allocation model against `tests/fixtures/constructs`: every measured object has a construct that is charged there, lies in
//! the function that the profile names, and can have its size.

use crate::support::{Modelled, ModelledFile, Table, constructs_module, go_fixtures, plain};
use heaplint::go::construct::{Callee, Construct, ConstructKind, Fit, fits};
use heaplint::go::outline::{Declaration, DeclarationKind};
use heaplint::model::{Dialect, Source};
use heaplint::profile::{Limits, Profile, read};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Constructs that can allocate and did not: small values, and what this compiler kept on the stack.
const SILENT_THAT_COULD: [&str; 7] = [
    "BoxSmallInt",
    "VariadicNoEscape",
    "MakeConstNoEscape",
    "MakeSmallVarNoEscape",
    "AppendLoopTinyNoEscape",
    "ConcatShortNoEscape",
    "RangeLitNoEscape",
];

fn modelled() -> Modelled {
    let folder = constructs_module().join("sites");
    let names =
        ["boxing", "calls", "calls2", "closures", "http", "lines", "literals", "make", "rangefunc", "sites", "strs"];
    let files: Vec<PathBuf> = names.iter().map(|name| folder.join(format!("{name}.go"))).collect();
    Modelled::of("example.com/constructs/sites", &files)
}

/// Lines of the file to which Go charges such an object of the construct.
fn lines(construct: &Construct, source: &Source, size: u64, go: u16) -> BTreeSet<u32> {
    let also = construct.also_charged.iter().filter(|also| {
        also.since <= go && also.until.is_none_or(|until| go <= until) && also.at_most.is_none_or(|most| size <= most)
    });
    let at = std::iter::once(construct.charged_at).chain(also.map(|also| also.at));
    at.map(|at| source.line_at(at)).collect()
}

/// The line that Go says the function begins at which holds the construct.
fn first_line(construct: &Construct, file: &ModelledFile) -> u32 {
    let around = |declaration: &&Declaration| declaration.span.contains(construct.span);
    let declaration = file.declarations.iter().find(around).expect("constructs lie in declarations");
    let function = matches!(declaration.kind, DeclarationKind::Function | DeclarationKind::Method);
    match construct.literal_at {
        Some(literal) => file.source.line_at(literal),
        None if function => declaration.lines.0,
        // The function that runs what variables of the package begin with.
        None => 1,
    }
}

/// What a line is charged: file, line, first line of the function, size of the object and direct callee.
type Charge = (String, u32, u32, u64, Option<String>);

/// Objects by what the package's innermost frames are charged.
fn charges(profile: &Profile) -> BTreeMap<Charge, i64> {
    let mut charges = BTreeMap::new();
    for index in 0..profile.samples.len() {
        let mut callee = None;
        for frame in profile.stack(index) {
            let function = &profile.functions[frame.function as usize];
            if function.file.contains("/sites/") {
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

/// Whether a callee can be the function with this symbol.
fn may_call(callee: &Callee, symbol: &str) -> bool {
    let last = symbol.rsplit('.').next().unwrap_or_default();
    match callee {
        Callee::Function(_, name) | Callee::Method(_, name) => *last == **name,
        Callee::Literal => last.starts_with("func"),
        Callee::Value => true,
    }
}

/// Asks for a construct for every object of a profile of the program that Go 1.`go` built. How many charges there are
/// without a callee, and how many of those one construct has the size for before all others.
fn every_object_is_met(profile: &Path, go: u16) -> (usize, usize) {
    let modelled = modelled();
    let bytes = std::fs::read(profile).expect("the profile is there");
    let profile = read(&bytes, &Limits::STANDARD).expect("the profile reads");
    let charges = charges(&profile);
    assert!(charges.len() > 300, "{}", charges.len());
    let (mut unmet, mut flat, mut single) = (Vec::new(), 0, 0);
    for ((name, line, start_line, size, callee), objects) in &charges {
        let file = modelled.files.iter().find(|file| file.source.path.ends_with(name)).expect("a file");
        let here = |construct: &&Construct| {
            lines(construct, &file.source, *size, go).contains(line) && first_line(construct, file) == *start_line
        };
        let fit = |construct: &Construct| match (&construct.kind, callee) {
            (ConstructKind::Call(of), Some(callee)) if may_call(of, callee) => Fit::Yes,
            (ConstructKind::Call(_), _) | (_, Some(_)) => Fit::No,
            _ => modelled.ask(|world| fits(&construct.amount, *size, world, Dialect::exactly(go))),
        };
        let found: Vec<Fit> = file.constructs.iter().filter(here).map(fit).collect();
        let of = |wanted: Fit| found.iter().filter(|fit| **fit == wanted).count();
        if callee.is_none() {
            flat += 1;
            let best = [Fit::Yes, Fit::Unknown, Fit::Seldom].into_iter().map(of).find(|count| *count > 0);
            single += usize::from(best == Some(1));
        }
        if of(Fit::No) == found.len() {
            unmet.push(format!("{name}:{line} of {start_line}: {objects} of {size} bytes, {callee:?}"));
        }
    }
    assert!(unmet.is_empty(), "Go 1.{go}: {} of {}:\n{}", unmet.len(), charges.len(), unmet.join("\n"));
    (flat, single)
}

#[test]
fn every_measured_object_has_a_construct_that_can_have_its_size() {
    let (flat, single) = every_object_is_met(&go_fixtures().join("allocs.pb.gz"), 27);
    assert!(single * 100 >= flat * 90, "{single} of {flat} by one construct alone");
}

/// With the go on the path; `MODEL_GOS` names others, apart by blanks.
#[test]
fn every_object_of_a_program_built_now_has_a_construct() {
    let one = std::env::var("HEAPLINT_GO").unwrap_or_else(|_| "go".to_owned());
    let all = std::env::var("MODEL_GOS").unwrap_or(one);
    for go in all.split_whitespace() {
        let folder = tempfile::tempdir().expect("a folder");
        let run = |command: &mut Command| {
            let output = command.env("GOTOOLCHAIN", "local").env("GOFLAGS", "").output().expect("it starts");
            assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
            String::from_utf8_lossy(&output.stdout).into_owned()
        };
        let version = run(Command::new(go).args(["env", "GOVERSION"]));
        let minor: u16 = version.trim().split('.').nth(1).and_then(|minor| minor.parse().ok()).expect("go1.N.M");
        // The file wants a language that older compilers do not speak, and the code does not need.
        let modfile = folder.path().join("go.mod");
        std::fs::write(&modfile, format!("module example.com/constructs\n\ngo 1.{}\n", minor.min(23)))
            .expect("written");
        let (program, profile) = (folder.path().join("program"), folder.path().join("allocs.pb.gz"));
        let modfile = format!("-modfile={}", modfile.display());
        let constructs = constructs_module();
        run(Command::new(go).args(["build", &modfile, "-o"]).arg(&program).arg("./cmd/run").current_dir(constructs));
        let arguments = ["-n", "50", "-rate", "1", "-o"];
        run(Command::new(&program).args(arguments).arg(&profile).env("GOGC", "off").env("GOMAXPROCS", "1"));
        every_object_is_met(&profile, minor);
    }
}

#[test]
fn what_never_allocates_is_no_construct() {
    let table = Table::read(&go_fixtures().join("expected.tsv"));
    let modelled = modelled();
    let mut silent = 0;
    for row in table.rows.iter().filter(|row| row["line"] == "-") {
        if SILENT_THAT_COULD.contains(&&*row["construct"]) {
            continue;
        }
        silent += 1;
        let (begin, end): (u32, u32) = (row["begin"].parse().expect("a line"), row["end"].parse().expect("a line"));
        let file = modelled.files.iter().find(|file| file.source.path.ends_with(&row["file"])).expect("a file");
        for construct in &file.constructs {
            let line = file.source.line_at(construct.charged_at);
            let there = (begin..=end).contains(&line) && !matches!(construct.kind, ConstructKind::Call(_));
            assert!(!there, "{}: {}", row["construct"], construct.told(&file.source.text));
        }
    }
    assert!(silent >= 10, "{silent}");
}
