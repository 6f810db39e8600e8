//! `heaplint debug join`: where every frame and sample of a profile went, and why.

use super::asked::Measured;
use super::dialect::dialect;
use super::gather::gather;
use super::line_models::land;
use super::models::Models;
use super::profile::{Loaded, foreign, load_profiles, transparent};
use super::revision::trace;
use super::settings::{Input, ProfileInput};
use super::show::print;
use super::{CliError, ExitStatus, request};
use crate::edge::{Progress, discover};
use crate::evidence::{observe, packages_named};
use crate::join::account::{Account, FunctionAccount, LineAccount, Outcome, Sum, account};
use crate::model::{Dialect, DialectSource, Grade};
use crate::render::quantity;
use crate::rule::RuleSet;
use crate::scan::Triggers;

/// Joins a profile with the source, without rules, and prints the books.
pub(super) fn debug_join(input: &Input, profile: &ProfileInput) -> Result<ExitStatus, CliError> {
    let Some(profiles) = load_profiles(profile)? else { return Err(CliError::ProfileNeeded) };
    let loaded = profiles.ranked;
    let found = discover(&request(input)?);
    let rules = RuleSet::default();
    let progress = Progress::new(false, "files", found.files.len());
    let mut gathered = gather(
        found,
        &rules,
        &Triggers::new(&rules),
        input.include.generated,
        &Measured::anywhere(),
        &input.working_directory,
        &progress,
    );
    let named = packages_named(&loaded.profile);
    gathered.add_packages(named.keys().map(String::as_str), &input.working_directory);
    trace(profile, &[&loaded], &mut gathered, &input.working_directory)?;
    let evidence = observe(&loaded.profile, &gathered.tree, &transparent(&profile.transparent)?);
    let built_by = dialect(profile.dialect, loaded.dialect, None, &gathered.tree);
    let landings = land(&Models::new(&gathered), &evidence, built_by.0);
    let account = account(&evidence, &landings, &gathered.tree, loaded.ranked);
    let problems: String = gathered.problems.iter().map(|problem| format!("problem: {problem}\n")).collect();
    let head = head(&loaded, built_by);
    print(&format!("{problems}{head}{}", told(&account, &loaded.profile.sample_types[loaded.ranked].unit)))?;
    if evidence.is_empty() && gathered.tree.files().next().is_some() {
        return Err(foreign(&loaded, &gathered.tree));
    }
    Ok(ExitStatus::of(0, gathered.problems.len(), false))
}

fn head(loaded: &Loaded, (dialect, known): (Dialect, DialectSource)) -> String {
    let ranked = &loaded.profile.sample_types[loaded.ranked];
    let samples = loaded.profile.samples.len();
    let mut text = format!("{}: {} in {samples} records\n", loaded.paths.join(", "), ranked.kind);
    text.push_str(&format!("built by {dialect}, {}\n", known.phrase()));
    loaded.warnings.iter().for_each(|warning| text.push_str(&format!("warning: {warning}\n")));
    text
}

/// The books as text; `unit` is that of their values.
fn told(account: &Account, unit: &str) -> String {
    let mut text = String::from("\nOurs, by function: the profile's line, then where it lies today\n");
    account.functions.iter().for_each(|function| told_function(function, unit, &mut text));
    if account.functions.is_empty() {
        text.push_str("  none\n");
    }
    text.push_str("\nNot ours, by package: records without any frame of ours, by their leaf\n");
    for package in &account.packages {
        let name = package.package.as_deref().unwrap_or("(no Go symbol)");
        let functions = format!("{} function{}", package.functions, plural(package.functions));
        text.push_str(&format!("  {:>24}  {functions:>13}  {name}\n", sum(package.own, unit)));
    }
    text.push_str("\nRecords, each once\n");
    let mut all = Sum::default();
    for (outcome, part) in &account.totals {
        (all.value, all.samples) = (all.value.saturating_add(part.value), all.samples + part.samples);
        text.push_str(&format!("  {:>24}  {}\n", sum(*part, unit), words(*outcome)));
    }
    text.push_str(&format!("  {:>24}  in all\n", sum(all, unit)));
    text
}

fn told_function(function: &FunctionAccount, unit: &str, text: &mut String) {
    let start = if function.start_line > 0 { format!(":{}", function.start_line) } else { String::new() };
    text.push_str(&format!("\n{}\n", function.symbol));
    text.push_str(&format!("  {} in {}{start}\n", sum(function.own, unit), function.file));
    for line in &function.lines {
        let LineAccount { line, went, own, cum } = line;
        let went = match went {
            Ok((path, today, grade)) => format!("{path}:{today}  {}", certainty(*grade)),
            Err(reason) => format!("nowhere: {reason}"),
        };
        let cost = if own.samples > 0 { sum(*own, unit) } else { format!("passes on {}", sum(*cum, unit)) };
        text.push_str(&format!("  {line:>6} -> {went}  {cost}\n"));
    }
}

fn sum(sum: Sum, unit: &str) -> String {
    format!("{} in {} record{}", quantity::amount(sum.value, unit), sum.samples, plural(sum.samples))
}

fn plural(number: usize) -> &'static str {
    if number == 1 { "" } else { "s" }
}

fn certainty(grade: Grade) -> &'static str {
    match grade {
        Grade::Exact => "exact",
        Grade::Aligned => "aligned",
        Grade::Function => "function alone, its line is the profile's",
        Grade::None => "none",
    }
}

fn words(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Placed(Grade::Exact) => "exact: the line is the profile's",
        Outcome::Placed(Grade::Aligned) => "aligned: the line has moved, or may have",
        Outcome::Placed(Grade::Function | Grade::None) => "function: only the function was found",
        Outcome::Unplaced => "unplaced: ours, and in no place of the source",
        Outcome::Theirs => "not ours: no frame belongs to the module",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::join::account::PackageAccount;

    #[test]
    fn the_books_are_told_function_by_function_and_add_up_at_the_end() {
        let sum = |value, samples| Sum { value, samples };
        let line = |line, went, own, cum| LineAccount { line, went, own, cum };
        let account = Account {
            functions: vec![FunctionAccount {
                symbol: "m.F".into(),
                file: "/src/m/a.go".into(),
                start_line: 3,
                own: sum(2048, 2),
                lines: vec![
                    line(4, Ok(("a.go".into(), 6, Grade::Aligned)), sum(2048, 2), sum(2048, 2)),
                    line(9, Err("it is gone".into()), sum(0, 0), sum(1024, 1)),
                ],
            }],
            packages: vec![PackageAccount { package: None, functions: 1, own: sum(512, 1) }],
            totals: vec![(Outcome::Placed(Grade::Aligned), sum(2048, 2)), (Outcome::Theirs, sum(512, 1))],
        };
        let expected = "
Ours, by function: the profile's line, then where it lies today

m.F
  2.0 KiB in 2 records in /src/m/a.go:3
       4 -> a.go:6  aligned  2.0 KiB in 2 records
       9 -> nowhere: it is gone  passes on 1.0 KiB in 1 record

Not ours, by package: records without any frame of ours, by their leaf
         512 B in 1 record     1 function  (no Go symbol)

Records, each once
      2.0 KiB in 2 records  aligned: the line has moved, or may have
         512 B in 1 record  not ours: no frame belongs to the module
      2.5 KiB in 3 records  in all
";
        assert_eq!(told(&account, "bytes"), expected);
    }
}
