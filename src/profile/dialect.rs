//! Which Go compiler built the profiled program, from what the profile shows of it.
//!
//! Every clue is a bound, measured on seven compilers; together they give a range. A clue that something is absent
//! counts only where its presence was certain. It never looks at go.mod: that line says language, not compiler.

use super::table::Profile;
use crate::model::Dialect;

/// The range of compilers that fits `profile`; `None` where nothing in it tells, or where the clues contradict each
/// other (then the program was not built by a compiler that heaplint knows).
pub fn infer(profile: &Profile) -> Option<Dialect> {
    if let Some(summary) = &profile.summary {
        return summary.dialect;
    }
    let mut bounds = Bounds { oldest: None, newest: None };
    if let Some(minor) = profile.functions.iter().find_map(|function| toolchain_of(&function.name, &function.file)) {
        return Some(Dialect::exactly(minor));
    }
    if profile.mappings.first().is_some_and(|mapping| !mapping.build_id.is_empty()) {
        bounds.at_least(24);
    }
    for function in &profile.functions {
        name_clues(&function.name, &mut bounds);
    }
    // Two more than the limit of 32, because the outermost location may expand inlined frames.
    if (0..profile.stacks.len() as u32).any(|stack| profile.stacks.get(stack).len() > 34) {
        bounds.at_least(23);
    }
    sample_clues(profile, &mut bounds);
    bounds.dialect()
}

struct Bounds {
    oldest: Option<u16>,
    newest: Option<u16>,
}

impl Bounds {
    fn at_least(&mut self, minor: u16) {
        self.oldest = Some(self.oldest.map_or(minor, |known| known.max(minor)));
    }

    fn at_most(&mut self, minor: u16) {
        self.newest = Some(self.newest.map_or(minor, |known| known.min(minor)));
    }

    fn dialect(self) -> Option<Dialect> {
        if self.oldest.is_none() && self.newest.is_none() {
            return None;
        }
        let dialect =
            Dialect { oldest: self.oldest.unwrap_or(Dialect::OLDEST), newest: self.newest.unwrap_or(Dialect::NEWEST) };
        (dialect.oldest <= dialect.newest).then_some(dialect)
    }
}

/// What one function's name tells.
fn name_clues(name: &str, bounds: &mut Bounds) {
    const SINCE: [(&str, u16); 9] = [
        ("encoding/json/v2.", 27),
        ("encoding/json/jsontext.", 27),
        ("fmt.errorf", 26),
        ("internal/strconv.", 26),
        ("internal/bytealg.MakeNoZero", 26),
        ("internal/runtime/maps.", 24),
        ("internal/sync.", 24),
        ("iter.Pull", 23),
        ("unique.Make", 23),
    ];
    const UNTIL: [(&str, u16); 4] = [
        ("strconv.formatBits", 25),
        ("regexp.(*Regexp).doExecute", 26),
        ("encoding/json.(*decodeState).", 26),
        ("time.startTimer", 22),
    ];
    for (start, minor) in SINCE {
        if name.starts_with(start) {
            bounds.at_least(minor);
        }
    }
    for (start, minor) in UNTIL {
        if name.starts_with(start) {
            bounds.at_most(minor);
        }
    }
    if name.contains(".glob..func") {
        bounds.at_most(21);
    }
    if name.contains(".init.func") {
        bounds.at_least(22);
    }
    if name.contains("%25") {
        bounds.at_least(27);
    }
    if let Some((_, suffix)) = name.split_once("-range") {
        bounds.at_least(23);
        // Since 1.27 bodies nest in the name; before, only a literal's own `-range` could follow, behind `.funcN`.
        let digits = suffix.trim_start_matches(|character: char| character.is_ascii_digit());
        if digits.starts_with("-range") || digits.starts_with('.') {
            bounds.at_least(27);
        }
    }
    if super::symbol::Symbol::parse(name).is_some_and(|symbol| symbol.inlined) {
        bounds.at_most(26);
    }
}

/// What samples without values tell: they lose their size label up to 1.26 and keep it from 1.27 on.
fn sample_clues(profile: &Profile, bounds: &mut Bounds) {
    let is_written_by_go = profile.heap_pairs.len() == 2 && profile.functions.iter().any(|known| known.start_line > 0);
    if !is_written_by_go {
        return;
    }
    for (index, sample) in profile.samples.iter().enumerate() {
        if profile.values(index).iter().any(|value| *value != 0) {
            continue;
        }
        if sample.size == 0 {
            bounds.at_most(26);
        } else {
            bounds.at_least(27);
        }
    }
}

/// The minor version in the path of a file of the standard library: `.../go1.26.8/src/...`, the module cache's
/// `golang.org/toolchain@v0.0.1-go1.26.8.linux-amd64/src/...`, and `.../go/1.26.8/x64/src/...`.
fn toolchain_of(name: &str, file: &str) -> Option<u16> {
    let package = name.split('.').next().unwrap_or_default();
    let (root, _) = file.rsplit_once(&format!("/src/{package}/"))?;
    let is_standard = ["runtime", "fmt", "strings", "bytes", "os", "net/http", "testing"].contains(&package);
    if !is_standard {
        return None;
    }
    ["go1.", "/go/1."].iter().find_map(|mark| {
        let (_, rest) = root.rsplit_once(mark)?;
        let digits = rest.find(|character: char| !character.is_ascii_digit()).unwrap_or(rest.len());
        rest[..digits].parse().ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::fixtures;

    /// The range for functions given by name and file.
    fn of_names(names: &[(&str, &str)]) -> Option<String> {
        let functions = names.iter().map(|(name, file)| crate::profile::Function {
            name: (*name).into(),
            file: (*file).into(),
            start_line: 1,
        });
        infer(&Profile { functions: functions.collect(), ..Profile::default() }).map(|dialect| dialect.to_string())
    }

    #[test]
    fn names_bound_the_compiler() {
        for (names, expected) in [
            (&[("main.F", "/src/main.go")][..], None),
            (&[("main.glob..func1", "")], Some("go1.21")),
            (&[("main.F-range1", "")], Some("go1.23 to go1.27")),
            (&[("main.F-range2-range1", "")], Some("go1.27")),
            (&[("main.F.func2-range1", "")], Some("go1.23 to go1.27")),
            (&[("fmt.errorf", ""), ("encoding/json.(*decodeState).object", "")], Some("go1.26")),
            (&[("fmt.errorf", ""), ("main.glob..func1", "")], None),
            (&[("a/b%252ec.F.func1", "")], Some("go1.27")),
            (&[("runtime.main", "/root/sdk/go1.25.3/src/runtime/proc.go")], Some("go1.25")),
            (&[("runtime.main", "/opt/hostedtoolcache/go/1.22.5/x64/src/runtime/proc.go")], Some("go1.22")),
            (&[("os.Open", "/m/golang.org/toolchain@v0.0.1-go1.24.1.linux-amd64/src/os/file.go")], Some("go1.24")),
            (&[("main.F", "/home/go1.20/src/main/f.go")], None),
        ] {
            assert_eq!(of_names(names).as_deref(), expected, "{names:?}");
        }
    }

    #[test]
    fn the_fixtures_were_built_with_go_1_27() {
        for name in ["allocs.pb.gz", "heap.pb.gz", "allocs.trimpath.pb.gz", "allocs.rate512k.pb.gz"] {
            assert_eq!(infer(&fixtures::profile(name)), Some(Dialect::exactly(27)), "{name}");
        }
        // A benchmark of a few lines shows little: the build id tells at least 1.24, and nothing contradicts.
        let few = Dialect { oldest: 24, newest: 27 };
        assert_eq!(infer(&fixtures::profile("bench.mem.pb.gz")), Some(few));
    }
}
