//! Command lines and surroundings to settings.

use super::*;
use crate::cli::args::ColorArg;
use clap::Parser;

fn surroundings() -> Surroundings {
    Surroundings {
        environment: Environment::default(),
        terminal: Terminal { output: true, errors: true, width: Some(120) },
        working_directory: PathBuf::from("/m"),
        cores: 4,
    }
}

fn resolve(line: &str) -> Result<Settings, CliError> {
    let args = Args::try_parse_from(line.split(' ')).unwrap();
    Settings::resolve(args, &surroundings())
}

fn check(line: &str) -> CheckSettings {
    match resolve(line) {
        Ok(Settings::Check(settings)) => *settings,
        other => panic!("{line}: {other:?}"),
    }
}

#[test]
fn a_bare_check_gets_every_default() {
    let settings = check("heaplint check");
    assert_eq!(settings.input.paths, Vec::<PathBuf>::new());
    assert_eq!((settings.min_share, settings.fail_on), (0.01, FailOn::Any));
    assert_eq!((settings.format, settings.shown_at_most), (Format::Human, usize::MAX));
    assert_eq!((settings.threads, settings.progress), (4, true));
    assert_eq!(settings.style, Style { color: Color::Always, width: 120 });
    assert_eq!(settings.profile.paths, Vec::<PathBuf>::new());
}

#[test]
fn what_is_typed_arrives() {
    let settings = check(
        "heaplint check a.go ./lib/... --profile h.pb.gz --go 1.24 --min-share 0.5% --fail-on 5% --top 3 \
         --include vendor,tests --include generated --select a,b --ignore c --format json --threads 1 --force-exclude",
    );
    assert_eq!(settings.input.paths, [PathBuf::from("a.go"), PathBuf::from("./lib/...")]);
    assert_eq!(settings.input.include, Include { vendor: true, testdata: false, generated: true, tests: true });
    assert_eq!(settings.profile.dialect, Some(Dialect::exactly(24)));
    assert_eq!((settings.min_share, settings.fail_on), (0.005, FailOn::Share(0.05)));
    assert_eq!((settings.format, settings.shown_at_most, settings.threads), (Format::Json, 3, 1));
    assert_eq!(settings.selection, Selection { select: vec!["a".into(), "b".into()], ignore: vec!["c".into()] });
    assert!(settings.input.force_exclude);
}

#[test]
fn how_several_profiles_go_together_is_what_was_said_and_nothing_else() {
    let merge = |line: &str| check(line).profile.merge;
    assert_eq!(merge("heaplint check --profile a --profile b"), None);
    assert_eq!(merge("heaplint check --profile a --profile b --merge delta"), Some(MergeMode::Delta));
    assert_eq!(merge("heaplint check --profile a --profile b --merge shards"), Some(MergeMode::Shards));
    let refused = resolve("heaplint check --merge delta").unwrap_err().to_string();
    assert_eq!(refused, "--merge says how to read a profile, and none is given");
}

#[test]
fn standard_input_is_given_to_one_reader_only() {
    assert!(matches!(resolve("heaplint check --profile - --files-from -"), Err(CliError::StandardInputTwice)));
    assert!(resolve("heaplint check --profile -").is_ok());
}

#[test]
fn a_join_without_a_profile_is_refused() {
    assert!(matches!(resolve("heaplint debug join"), Err(CliError::ProfileNeeded)));
}

#[test]
fn colour_follows_the_flag_then_the_environment_then_the_terminal() {
    let plain = Environment::default();
    let no_color = Environment { no_color: true, ..plain };
    let force = Environment { force_color: true, ..plain };
    let dumb = Environment { dumb_terminal: true, ..plain };
    let both = Environment { no_color: true, force_color: true, ..plain };
    let cases = [
        (ColorArg::Auto, plain, true, Color::Always),
        (ColorArg::Auto, plain, false, Color::Never),
        (ColorArg::Auto, no_color, true, Color::Never),
        (ColorArg::Always, no_color, false, Color::Always),
        (ColorArg::Auto, force, false, Color::Always),
        (ColorArg::Never, force, true, Color::Never),
        (ColorArg::Auto, both, true, Color::Never),
        (ColorArg::Auto, dumb, true, Color::Never),
    ];
    for (flag, environment, output, expected) in cases {
        let terminal = Terminal { output, ..surroundings().terminal };
        let surroundings = Surroundings { environment, terminal, ..surroundings() };
        assert_eq!(style(flag, &surroundings).color, expected, "{flag:?} {environment:?} {output}");
    }
}

#[test]
fn progress_is_off_in_hooks_and_ci_even_on_a_terminal() {
    let with = |environment| progress(&Surroundings { environment, ..surroundings() });
    assert!(with(Environment::default()));
    assert!(!with(Environment { ci: true, ..Environment::default() }));
    assert!(!with(Environment { pre_commit: true, ..Environment::default() }));
    let no_terminal = Terminal { output: true, errors: false, width: None };
    assert!(!progress(&Surroundings { terminal: no_terminal, ..surroundings() }));
}

#[test]
fn the_width_is_the_terminals_only_where_output_goes_there_and_people_read_it() {
    let width = |terminal, ci| {
        let environment = Environment { ci, ..Environment::default() };
        style(ColorArg::Never, &Surroundings { environment, terminal, ..surroundings() }).width
    };
    let terminal = surroundings().terminal;
    assert_eq!(width(terminal, false), 120);
    assert_eq!(width(terminal, true), 80);
    assert_eq!(width(Terminal { output: false, ..terminal }, false), 80);
}
