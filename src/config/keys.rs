//! The keys of heaplint.toml, in the order of the documentation. Reading, the schema, `config show`, docs/settings.md and what
//! `heaplint init` writes all follow this table.

use crate::model::SettingScope::{Path, Run};
use crate::model::SettingShape::{Flag, Levels, Number, Overrides, Text, TextOrTexts, Texts, Word, Words};
use crate::model::{SettingKey, SettingScope, SettingShape};

/// The words of presets, levels, ways of merging and kinds of file.
pub(super) const PRESETS: &[&str] = &["none", "essential", "default", "strict"];
pub(super) const LEVELS: &[&str] = &["error", "warning", "note", "off"];
const MERGES: &[&str] = &["delta", "shards"];
const KINDS: &[&str] = &["vendor", "testdata", "generated", "tests"];

/// The keys that a table of `overrides` may hold besides `paths` and `levels`.
pub(super) const OVERRIDE_KEYS: [&str; 3] = ["select", "extend-select", "ignore"];

/// Every key.
pub const KEYS: &[SettingKey] = &[
    key(
        "extend",
        Text,
        Path,
        "",
        r#""../heaplint.toml""#,
        "Another settings file that holds first, named relative to this one. What this file says goes on top of it.",
    ),
    key(
        "preset",
        Word(PRESETS),
        Path,
        r#""default""#,
        r#""essential""#,
        "The choice of rules to start from: none, essential (errors, and warnings whose pattern is sure by itself), default \
         (every rule) or strict (every rule, and notes are warnings).",
    ),
    key(
        "select",
        Texts,
        Path,
        "",
        r#"["maps", "string-concat-in-loop"]"#,
        "Only these rules, by id or group, whatever the preset says.",
    ),
    key("extend-select", Texts, Path, "[]", r#"["slices"]"#, "These rules too, by id or group."),
    key(
        "ignore",
        Texts,
        Path,
        "[]",
        r#"["sprintf-of-integer"]"#,
        "Not these rules, by id or group; wins over the keys that select.",
    ),
    key(
        "exclude",
        Texts,
        Path,
        "[]",
        r#"["third_party/", "*.pb.go"]"#,
        "Go files that are left out, as patterns of .gitignore, relative to this file's folder.",
    ),
    key(
        "levels",
        Levels,
        Path,
        "",
        r#"{ sprintf-of-integer = "note", unsafe = "error" }"#,
        "What rules or groups are: error (always shown, whatever a profile says), warning, note or off. An id wins over a group.",
    ),
    key(
        "overrides",
        Overrides,
        Path,
        "",
        r#"[{ paths = ["*_test.go"], ignore = ["formatting"] }]"#,
        "What holds for some paths: `paths` with patterns of .gitignore, and select, extend-select, ignore and levels as above. \
         Of several that cover a file, later ones go on top.",
    ),
    key(
        "profile",
        TextOrTexts,
        Run,
        "",
        r#""heaplint.profile""#,
        "Profiles to rank by, or summaries of them, relative to this file's folder.",
    ),
    key(
        "merge",
        Word(MERGES),
        Run,
        "",
        r#""shards""#,
        "Why several profiles of one kind may be added: each covers a time of its own (delta), or another process (shards).",
    ),
    key(
        "sample-index",
        Text,
        Run,
        "",
        r#""alloc_space""#,
        "The sample type to rank by; alloc_space by itself, where a heap profile is given.",
    ),
    key(
        "transparent",
        Texts,
        Run,
        "[]",
        r#"["example.com/m/pool.*"]"#,
        "Functions whose memory is charged to their callers, by symbol, file or the word generated.",
    ),
    key(
        "go",
        Text,
        Run,
        "",
        r#""1.26""#,
        "The Go version that built the profiled program; by itself what the profile tells, then the toolchain line of go.mod.",
    ),
    key(
        "coverage",
        TextOrTexts,
        Run,
        "",
        r#""cover.out""#,
        "What `go test -coverprofile` wrote, to say how often the tests ran each finding's lines, relative to this file's folder.",
    ),
    key(
        "bench",
        TextOrTexts,
        Run,
        "",
        r#""bench.txt""#,
        "What `go test -bench . -benchmem` printed, to put benchmarks beside the heap profile of their run, relative to this \
         file's folder.",
    ),
    key(
        "rules",
        Texts,
        Run,
        "[]",
        r#"["tools/heaplint"]"#,
        "Folders of more rules, relative to this file's folder; .heaplint is found without this.",
    ),
    key(
        "include",
        Words(KINDS),
        Run,
        "[]",
        r#"["tests"]"#,
        "Kinds of file to check that are left out otherwise: vendor, testdata, generated, tests.",
    ),
    key("min-share", Text, Run, r#""1%""#, r#""0.5%""#, "The share of the profile from which a finding is hot."),
    key(
        "fail-on",
        Text,
        Run,
        r#""any""#,
        r#""hot""#,
        "Which findings make the exit code 1: any, hot, never, or a share such as 5%.",
    ),
    key("top", Number, Run, "", "20", "Show only so many findings, those that cost most; the others are counted."),
    key("format", Text, Run, r#""human""#, r#""text""#, "How findings are written."),
    key("threads", Number, Run, "", "4", "How many threads work; all cores by itself."),
    key("allow-partial", Flag, Run, "false", "true", "Do not exit with 2 when some files could not be read or parsed."),
];

const fn key(
    name: &'static str,
    shape: SettingShape,
    scope: SettingScope,
    default: &'static str,
    example: &'static str,
    what: &'static str,
) -> SettingKey {
    SettingKey { name, shape, scope, default, example, what }
}
