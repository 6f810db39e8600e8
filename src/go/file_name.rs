//! What a Go file's name says: test or not, and the operating system and architecture that it is for.
//!
//! It does NOT read the file; build constraints inside it are in `header`.

/// What the name of a file says (`go help buildconstraint`; the lists are those of `internal/syslist`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct FileName {
    /// `_test.go`
    pub test: bool,
    /// GOOS, from `_linux.go` or `_linux_amd64.go`.
    pub system: Option<&'static str>,
    /// GOARCH, from `_amd64.go` or `_linux_amd64.go`.
    pub architecture: Option<&'static str>,
}

const SYSTEMS: [&str; 18] = [
    "aix",
    "android",
    "darwin",
    "dragonfly",
    "freebsd",
    "hurd",
    "illumos",
    "ios",
    "js",
    "linux",
    "nacl",
    "netbsd",
    "openbsd",
    "plan9",
    "solaris",
    "wasip1",
    "windows",
    "zos",
];

const ARCHITECTURES: [&str; 24] = [
    "386",
    "amd64",
    "amd64p32",
    "arm",
    "armbe",
    "arm64",
    "arm64be",
    "loong64",
    "mips",
    "mipsle",
    "mips64",
    "mips64le",
    "mips64p32",
    "mips64p32le",
    "ppc",
    "ppc64",
    "ppc64le",
    "riscv",
    "riscv64",
    "s390",
    "s390x",
    "sparc",
    "sparc64",
    "wasm",
];

impl FileName {
    /// Reads a file name, with or without directories before it.
    pub fn read(path: &str) -> FileName {
        let base = path.rsplit('/').next().unwrap_or(path);
        let stem = base.strip_suffix(".go").unwrap_or(base);
        let (stem, test) = stem.strip_suffix("_test").map_or((stem, false), |stem| (stem, true));
        let mut facts = FileName { test, ..FileName::default() };
        // What stands before the first underscore never constrains: linux.go is for every system.
        let Some((_, rest)) = stem.split_once('_') else { return facts };
        let mut parts = rest.rsplit('_');
        let last = parts.next().unwrap_or_default();
        facts.architecture = known(&ARCHITECTURES, last);
        let system = if facts.architecture.is_some() { parts.next().unwrap_or_default() } else { last };
        facts.system = known(&SYSTEMS, system);
        facts
    }
}

/// Whether a build for `system` has a build tag that names a system; `None` for tags that name none (`go help buildconstraint`).
pub fn system_tag(system: &str, tag: &str) -> Option<bool> {
    const OTHERS: [&str; 6] = ["js", "nacl", "plan9", "wasip1", "windows", "zos"];
    let implied = matches!((system, tag), ("android", "linux") | ("illumos", "solaris") | ("ios", "darwin"));
    match tag {
        "unix" => Some(!OTHERS.contains(&system)),
        _ => SYSTEMS.contains(&tag).then_some(tag == system || implied),
    }
}

/// Whether a build for `architecture` has a build tag that names an architecture; `None` for other tags.
pub fn architecture_tag(architecture: &str, tag: &str) -> Option<bool> {
    ARCHITECTURES.contains(&tag).then_some(tag == architecture)
}

fn known(list: &[&'static str], word: &str) -> Option<&'static str> {
    list.iter().find(|known| **known == word).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suffixes_constrain_and_first_words_do_not() {
        for (name, test, system, architecture) in [
            ("a.go", false, None, None),
            ("dir/a_linux.go", false, Some("linux"), None),
            ("a_linux_amd64_test.go", true, Some("linux"), Some("amd64")),
            ("a_arm64.go", false, None, Some("arm64")),
            ("linux.go", false, None, None),
            ("linux_test.go", true, None, None),
            ("linux_amd64.go", false, None, Some("amd64")),
            ("a_unix.go", false, None, None),
            ("a_amd64_linux.go", false, Some("linux"), None),
            ("_x_windows.go", false, Some("windows"), None),
        ] {
            assert_eq!(FileName::read(name), FileName { test, system, architecture }, "{name}");
        }
    }
}
