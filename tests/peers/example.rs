//! The examples of `tests/peers`: functions whose comment names a pattern, and whose lines say what heaplint does there.

use heaplint::model::Source;

/// What heaplint does at a line.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Says {
    /// `// want RULE`: the rule reports it.
    Reports(String),
    /// `// with a profile RULE`: the rule reports it where a profile has measured it.
    WithProfile(String),
    /// `// none: REASON`: no rule reports it.
    Nothing(String),
}

/// One function.
#[derive(Clone, Debug)]
pub(crate) struct Example {
    /// Its name.
    pub(crate) function: String,
    /// Where it begins, 1-based.
    pub(crate) line: u32,
    /// The pattern by the other linter's name; empty for what the examples only need.
    pub(crate) pattern: String,
    /// What the example shows of the pattern.
    pub(crate) case: String,
    /// The marks of its lines.
    pub(crate) says: Vec<(u32, Says)>,
}

/// The functions of a file, in order.
pub(crate) fn examples_of(file: &Source) -> Vec<Example> {
    let text = String::from_utf8_lossy(&file.text).into_owned();
    let mut examples: Vec<Example> = Vec::new();
    let mut above = "";
    for (index, line) in text.lines().enumerate() {
        let number = u32::try_from(index + 1).expect("a file of some lines");
        if let Some(rest) = line.strip_prefix("func ") {
            let (pattern, case) = above.split_once(": ").unwrap_or_default();
            let named =
                rest.strip_prefix('(').and_then(|method| method.split_once(") ")).map_or(rest, |(_, name)| name);
            let function = named.split(['(', '[']).next().unwrap_or_default().to_owned();
            let (pattern, case) = (pattern.to_owned(), case.to_owned());
            examples.push(Example { function, line: number, pattern, case, says: Vec::new() });
        }
        if let Some(example) = examples.last_mut() {
            example.says.extend(marks(line).into_iter().map(|says| (number, says)));
        }
        above = line.strip_prefix("// ").unwrap_or_default();
    }
    examples
}

/// The marks at the end of a line.
fn marks(line: &str) -> Vec<Says> {
    let names = |text: &str, says: fn(String) -> Says| text.split_whitespace().map(|id| says(id.to_owned())).collect();
    if let Some((_, ids)) = line.rsplit_once("// want ") {
        // `// want RULE, with a profile RULE`: both.
        let (sure, doubtful) = ids.split_once(", with a profile ").unwrap_or((ids, ""));
        let mut says: Vec<Says> = names(sure, Says::Reports);
        says.extend::<Vec<Says>>(names(doubtful, Says::WithProfile));
        return says;
    }
    if let Some((_, ids)) = line.rsplit_once("// with a profile ") {
        return names(ids, Says::WithProfile);
    }
    match line.rsplit_once("// none: ") {
        Some((_, reason)) => vec![Says::Nothing(reason.to_owned())],
        None => Vec::new(),
    }
}
