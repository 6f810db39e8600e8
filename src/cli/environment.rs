//! The environment variables that heaplint heeds, read once. The only file that names `std::env::var_os`.

/// What the environment says, undecided. Tests make their own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Environment {
    /// `NO_COLOR` is set and not empty: see no-color.org.
    pub no_color: bool,
    /// `CLICOLOR_FORCE` or `FORCE_COLOR` is set, and neither empty nor 0.
    pub force_color: bool,
    /// `TERM=dumb`
    pub dumb_terminal: bool,
    /// `CI` is set, and neither empty, 0 nor false.
    pub ci: bool,
    /// `PRE_COMMIT` is set, as pre-commit and prek do for their hooks.
    pub pre_commit: bool,
}

impl Environment {
    /// Reads the process's own.
    pub fn read() -> Self {
        Self::from_lookup(|name| std::env::var_os(name).map(|value| value.to_string_lossy().into_owned()))
    }

    fn from_lookup(variable: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name| variable(name).is_some_and(|value| !value.is_empty());
        let on = |name| variable(name).is_some_and(|value| !matches!(value.as_str(), "" | "0" | "false"));
        Environment {
            no_color: set("NO_COLOR"),
            force_color: on("CLICOLOR_FORCE") || on("FORCE_COLOR"),
            dumb_terminal: variable("TERM").as_deref() == Some("dumb"),
            ci: on("CI"),
            pre_commit: set("PRE_COMMIT"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_and_zero_switch_nothing_on() {
        let check = |variables: &[(&str, &str)]| {
            Environment::from_lookup(|name| {
                variables.iter().find(|(known, _)| *known == name).map(|(_, value)| value.to_string())
            })
        };
        assert_eq!(check(&[("NO_COLOR", ""), ("FORCE_COLOR", "0"), ("CI", "false")]), Environment::default());
        let all =
            check(&[("NO_COLOR", "0"), ("CLICOLOR_FORCE", "1"), ("CI", "true"), ("PRE_COMMIT", "1"), ("TERM", "dumb")]);
        let expected =
            Environment { no_color: true, force_color: true, dumb_terminal: true, ci: true, pre_commit: true };
        assert_eq!(all, expected);
    }
}
