//! Which word somebody meant who typed another one.

/// The word of `known` that is closest to `typed`, when it is close enough to be meant.
pub fn did_you_mean<'k>(typed: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let distance = |word: &&str| edit_distance(typed, word);
    let allowed = (typed.chars().count() / 3).max(1);
    known.into_iter().filter(|word| distance(word) <= allowed).min_by_key(distance)
}

/// Words listed at most.
const MOST_WORDS: usize = 20;

/// A sentence that offers the closest word, or lists them all.
pub fn suggestion(typed: &str, known: &[&str]) -> String {
    match did_you_mean(typed, known.iter().copied()) {
        Some(word) => format!("did you mean `{word}`?"),
        None => {
            let more = if known.len() > MOST_WORDS { ", ..." } else { "" };
            format!("one of: {}{more}", known[..known.len().min(MOST_WORDS)].join(", "))
        }
    }
}

/// Levenshtein's distance, swaps of neighbours counting once.
fn edit_distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().take(64).collect(), b.chars().take(64).collect());
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let mut least = (above[j] + usize::from(x != y)).min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                least = least.min(before[j - 1] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut above, row);
    }
    above[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closest_word_is_offered_and_far_ones_are_not() {
        let known = ["in-loop", "in-handler", "calls"];
        assert_eq!(did_you_mean("in-lop", known), Some("in-loop"));
        assert_eq!(did_you_mean("cals", known), Some("calls"));
        assert_eq!(did_you_mean("zebra", known), None);
        assert_eq!(edit_distance("ab", "ba"), 1);
    }
}
