//! Reads `proof.toml`, which `tests/proof/run` writes: what the cure of a shipped rule saves on each version of Go.

use crate::model::{BeforeAfter, Proof, ProofCase, ProofClaim, ProofOnGo, ProofOutcome, Spread};
use serde::Deserialize;
use std::collections::BTreeMap;

/// One version's table.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Version {
    go: String,
    outcome: String,
    cases: Vec<Case>,
}

/// One pair of examples. `since` and `until` are for whoever measures.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    case: String,
    claim: String,
    saved: bool,
    #[serde(rename = "since")]
    _since: Option<u16>,
    #[serde(rename = "until")]
    _until: Option<u16>,
    objects: Option<[Figure; 2]>,
    bytes: Option<[Figure; 2]>,
    ns: Option<[Figure; 2]>,
    ratio: Option<Figure>,
    kept: Option<[Figure; 2]>,
    wait: Option<[Figure; 2]>,
}

/// A number that all rounds agreed on, or `[median, low, high]`.
#[derive(Clone, Copy, Deserialize)]
#[serde(untagged)]
enum Figure {
    Exact(f64),
    Spread([f64; 3]),
}

/// Reads a proof.
///
/// # Errors
/// What is wrong, in words.
pub(super) fn read_proof(text: &str) -> Result<Proof, String> {
    let file: BTreeMap<String, Version> = toml::from_str(text).map_err(|error| error.to_string())?;
    let mut versions = Vec::with_capacity(file.len());
    for (name, version) in file {
        let minor = name.strip_prefix("1.").and_then(|minor| minor.parse().ok());
        let minor = minor.ok_or_else(|| format!("`{name}` is no version such as 1.27"))?;
        let outcome = word(&version.outcome, &ProofOutcome::WORDS)?;
        let cases = version.cases.into_iter().map(case).collect::<Result<_, _>>()?;
        versions.push(ProofOnGo { minor, release: version.go, outcome, cases });
    }
    versions.sort_by_key(|version| version.minor);
    Ok(Proof { versions })
}

fn case(case: Case) -> Result<ProofCase, String> {
    let claim = word(&case.claim, &ProofClaim::WORDS)?;
    let both =
        |figures: Option<[Figure; 2]>| figures.map(|[bad, good]| BeforeAfter { bad: spread(bad), good: spread(good) });
    Ok(ProofCase {
        name: case.case,
        claim,
        saved: case.saved,
        objects: both(case.objects),
        bytes: both(case.bytes),
        nanoseconds: both(case.ns),
        ratio: case.ratio.map(spread),
        kept: both(case.kept),
        waited: both(case.wait),
    })
}

fn spread(figure: Figure) -> Spread {
    match figure {
        Figure::Exact(value) => Spread { median: value, low: value, high: value },
        Figure::Spread([median, low, high]) => Spread { median, low, high },
    }
}

fn word<T: Copy>(text: &str, words: &[(&str, T)]) -> Result<T, String> {
    let found = words.iter().find(|(word, _)| *word == text);
    found.map(|(_, value)| *value).ok_or_else(|| format!("`{text}` is none of its words"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_with_its_figures() {
        let text = r#"
["1.9"]
go = "1.9.7"
outcome = "not-applicable"
cases = []
["1.27"]
go = "1.27.3"
outcome = "saved"
cases = [
  { case = "Names", claim = "faster", saved = true, until = 27, objects = [19, 0.5], ns = [[520, 500.5, 600], 80], ratio = [0.2, 0.1, 0.3] },
]
"#;
        let proof = read_proof(text).unwrap();
        assert_eq!(proof.versions.iter().map(|version| version.minor).collect::<Vec<_>>(), [9, 27]);
        let case = &proof.on(27).unwrap().cases[0];
        assert_eq!((case.claim, case.objects.unwrap().good.high), (ProofClaim::Faster, 0.5));
        assert_eq!(case.nanoseconds.unwrap().bad, Spread { median: 520.0, low: 500.5, high: 600.0 });
        assert_eq!(proof.on(9).unwrap().outcome, ProofOutcome::NotApplicable);
        for (wrong, why) in
            [("saved\"", "`saves` is none of its words"), ("1.27\"]", "`one` is no version such as 1.27")]
        {
            let spoiled = text.replace(wrong, if wrong.starts_with('s') { "saves\"" } else { "one\"]" });
            assert_eq!(read_proof(&spoiled).unwrap_err(), why);
        }
    }
}
