//! `heaplint completions`: what lets a shell complete commands, options and the names of rules.
//!
//! The scripts are clap's. Rules are added to them here: every id and group behind --select and --ignore, every id behind
//! `heaplint explain`, those of the repository at hand included.

use super::args_shell::ShellArg;
use super::rules::all_rules;
use super::settings::RuleSource;
use super::show::write_out;
use super::{Args, CliError, ExitStatus};
use crate::rule::{GROUPS, RuleSet};
use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Command, CommandFactory};
use clap_complete::Shell;
use std::path::Path;

/// Prints the script for a shell.
pub(super) fn complete(shell: ShellArg, working_directory: &Path) -> Result<ExitStatus, CliError> {
    let rules = all_rules(&RuleSource { folders: Vec::new() }, working_directory)?;
    let mut script = Vec::new();
    let shell = match shell {
        ShellArg::Bash => Shell::Bash,
        ShellArg::Zsh => Shell::Zsh,
        ShellArg::Fish => Shell::Fish,
        ShellArg::Powershell => Shell::PowerShell,
        ShellArg::Elvish => Shell::Elvish,
    };
    let mut command = harmless(with_rules(Args::command(), &rules));
    clap_complete::generate(shell, &mut command, "heaplint", &mut script);
    if shell == Shell::Fish {
        // clap_complete completes options for fish, and no arguments.
        let ids: Vec<&str> = rules.rules().iter().map(|rule| &*rule.id).collect();
        let asked = "__fish_heaplint_using_subcommand explain";
        script.extend(format!("complete -c heaplint -n \"{asked}\" -f -a \"{}\"\n", ids.join(" ")).into_bytes());
    }
    write_out(|out| out.write_all(&script))?;
    Ok(ExitStatus::Clean)
}

/// The command with the names of rules as the values that its options can have.
fn with_rules(command: Command, rules: &RuleSet) -> Command {
    let ids: Vec<PossibleValue> =
        rules.rules().iter().map(|rule| PossibleValue::new(rule.id.to_string()).help(rule.title.to_string())).collect();
    let both: Vec<PossibleValue> = GROUPS.into_iter().map(PossibleValue::new).chain(ids.iter().cloned()).collect();
    let selecting = |command: Command| {
        ["select", "ignore"].into_iter().fold(command, |command, option| {
            command.mut_arg(option, |option| option.value_parser(PossibleValuesParser::new(both.clone())))
        })
    };
    command.mut_subcommand("check", selecting).mut_subcommand("audit", selecting).mut_subcommand("explain", |explain| {
        explain.mut_arg("id", |id| id.value_parser(PossibleValuesParser::new(ids.clone())))
    })
}

/// The command with values whose explanations mean nothing to any shell. clap_complete writes them for fish between double
/// quotes as they are, and the title of a rule is whatever a repository says.
fn harmless(command: Command) -> Command {
    command.mut_subcommands(harmless).mut_args(|argument| {
        let values = argument.get_possible_values();
        if values.is_empty() || !argument.get_action().takes_values() {
            return argument;
        }
        let plain = values.into_iter().map(|value| {
            let help = value.get_help().map(|help| without_signs(&help.to_string()));
            let plain = PossibleValue::new(value.get_name().to_owned());
            help.map_or(plain.clone(), |help| plain.help(help))
        });
        argument.value_parser(PossibleValuesParser::new(plain.collect::<Vec<_>>()))
    })
}

fn without_signs(text: &str) -> String {
    text.chars().filter(|one| !one.is_control() && !matches!(one, '"' | '\'' | '`' | '$' | '\\')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_explanation_of_a_value_holds_what_a_shell_heeds() {
        let evil = PossibleValue::new("a").help("\"$(touch x)`y`'\\\n");
        let parser = || PossibleValuesParser::new([evil.clone()]);
        let inner = Command::new("inner").arg(clap::Arg::new("v").long("v").value_parser(parser()));
        let command = harmless(Command::new("outer").subcommand(inner));
        let inner = command.get_subcommands().next().unwrap();
        let values = inner.get_arguments().next().unwrap().get_possible_values();
        assert_eq!(values[0].get_help().unwrap().to_string(), "(touch x)y");
    }
}
