//! Fixes onto a file's text: which of them go together, what else must follow (imports, blanks), and whether the result is
//! still Go.
//!
//! Text in, text out: nothing is read or written here. A file is mended whole or left as it is, and every fix that was not
//! taken says why.

mod comments;
mod imports;
mod new_names;
mod parsed;
mod spacing;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;

use self::parsed::Parsed;
use crate::model::{ChangedText, Edit, Fix, NewName, Source};
use std::collections::BTreeSet;

/// What became of one fix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// It is part of the new text.
    Applied,
    /// Another one has changed what it would change: it waits for the next run.
    Overlaps,
    /// The file cannot be mended.
    Refused(Refusal),
}

/// Why a file is left as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Refusal {
    /// It does not parse.
    Syntax,
    /// A program writes it.
    Generated,
    /// An import that must go has a comment.
    ImportComment,
    /// The new text would not parse.
    Unsound,
}

impl Refusal {
    /// A clause for it, about the file.
    pub fn sentence(self) -> &'static str {
        match self {
            Refusal::Syntax => "the file has syntax errors",
            Refusal::Generated => "the file is generated",
            Refusal::ImportComment => "an import that nothing uses then has a comment",
            Refusal::Unsound => "the result would not parse, which is a defect of the rule",
        }
    }
}

/// A file with fixes in it.
#[derive(Clone, Debug)]
pub struct Mended {
    /// What became of each fix, in the order given.
    pub outcomes: Vec<Outcome>,
    /// The new text and where it differs; `None` where nothing changes.
    pub change: Option<ChangedText>,
    /// The names of package level that the new text declares.
    pub names: BTreeSet<NewName>,
}

/// Applies `fixes`, the most important first, to the text that they were made for.
pub fn mend(source: &Source, fixes: &[&Fix]) -> Mended {
    mend_beside(source, fixes, &BTreeSet::new())
}

/// The same where fixes of other files have brought these names to the package.
pub fn mend_beside(source: &Source, fixes: &[&Fix], others: &BTreeSet<NewName>) -> Mended {
    let refused = |refusal| Mended {
        outcomes: vec![Outcome::Refused(refusal); fixes.len()],
        change: None,
        names: BTreeSet::new(),
    };
    let before = match Parsed::new(&source.text) {
        Some(parsed) if parsed.outline.generated => return refused(Refusal::Generated),
        Some(parsed) => parsed,
        None => return refused(Refusal::Syntax),
    };
    let (edits, outcomes, names) = choose(fixes, others);
    let wanted: Vec<&str> = {
        let taken = fixes.iter().zip(&outcomes).filter(|(_, outcome)| **outcome == Outcome::Applied);
        let mut paths: Vec<&str> = taken.flat_map(|(fix, _)| fix.imports.iter().map(|path| &**path)).collect();
        paths.sort_unstable();
        paths.dedup();
        paths
    };
    match mended(source, &before, &edits, &wanted) {
        Ok(change) => Mended { outcomes, change: Some(change).filter(|change| *change.text != *source.text), names },
        Err(refusal) => refused(refusal),
    }
}

/// The edits of the fixes that do not touch each other's, ascending, and the names of package level that they bring beside those
/// of `others`. Of two that do, the earlier one wins.
fn choose(fixes: &[&Fix], others: &BTreeSet<NewName>) -> (Vec<Edit>, Vec<Outcome>, BTreeSet<NewName>) {
    let mut taken: Vec<Edit> = Vec::new();
    let mut names = others.clone();
    let mut outcomes = Vec::new();
    for fix in fixes {
        // What two findings ask for alike is done once.
        if fix.edits.iter().all(|edit| taken.contains(edit)) {
            outcomes.push(Outcome::Applied);
            continue;
        }
        let new = new_names::edits(fix, &mut names);
        let fits = new.iter().all(|edit| taken.iter().all(|other| apart(edit, other)));
        outcomes.push(if fits { Outcome::Applied } else { Outcome::Overlaps });
        if fits {
            taken.extend(new);
        }
    }
    taken.sort();
    names.retain(|name| name.function.is_none() && !others.contains(name));
    (taken, outcomes, names)
}

/// Whether two edits leave each other alone: one may begin where the other ends, but not at the same place, unless both are new
/// lines.
fn apart(one: &Edit, other: &Edit) -> bool {
    let is_line = |edit: &Edit| edit.span.start == edit.span.end && edit.text.ends_with('\n');
    let (here, there) = (one.span, other.span);
    is_line(one) && is_line(other) && here == there && one.text != other.text
        || here.start != there.start && (here.end <= there.start || there.end <= here.start)
}

fn mended(source: &Source, before: &Parsed, edits: &[Edit], wanted: &[&str]) -> Result<ChangedText, Refusal> {
    let mut change = ChangedText::of(&source.text, edits);
    let after = Parsed::new(&change.text).ok_or(Refusal::Unsound)?;
    let gone = imports::gone(before, &after);
    let import_edits = imports::edits(&after, wanted, &gone).ok_or(Refusal::ImportComment)?;
    change = change.then(&import_edits);
    // Blanks around operators, then the columns of comments, which depend on them.
    let respaced = spacing::edits(before, &Parsed::new(&change.text).ok_or(Refusal::Unsound)?, &change);
    change = change.then(&respaced);
    let realigned = comments::edits(&Parsed::new(&change.text).ok_or(Refusal::Unsound)?, &change);
    change = change.then(&realigned);
    if Parsed::new(&change.text).is_none() {
        return Err(Refusal::Unsound);
    }
    Ok(change)
}
