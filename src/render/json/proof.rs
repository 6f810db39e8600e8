//! What the cures of rules save, for programs: by version of Go, with every figure and its spread.

use crate::model;
use serde::ser::{Serialize, SerializeMap, Serializer};

/// A rule's proof: an object with a key for each minor version, oldest first.
pub(super) struct Proof<'a>(pub(super) &'a model::Proof);

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct OnGo<'a> {
    outcome: &'static str,
    go: &'a str,
    cases: Vec<Case<'a>>,
}

/// What a finding's rule lets expect of it.
#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Estimate<'a> {
    go: &'a str,
    #[serde(flatten)]
    case: Case<'a>,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "ProofCase"))]
struct Case<'a> {
    case: &'a str,
    claim: &'static str,
    saved: bool,
    objects: Option<BeforeAfter>,
    bytes: Option<BeforeAfter>,
    nanoseconds: Option<BeforeAfter>,
    time_ratio: Option<Spread>,
    kept_bytes: Option<BeforeAfter>,
    waited_nanoseconds: Option<BeforeAfter>,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct BeforeAfter {
    bad: Spread,
    good: Spread,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "ProofSpread"))]
struct Spread {
    median: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
}

impl Serialize for Proof<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.versions.len()))?;
        for version in &self.0.versions {
            let cases = version.cases.iter().map(Case::from).collect();
            let on_go = OnGo { outcome: version.outcome.word(), go: &version.release, cases };
            map.serialize_entry(&format!("1.{}", version.minor), &on_go)?;
        }
        map.end()
    }
}

impl<'a> From<&'a model::ProofEstimate> for Estimate<'a> {
    fn from(estimate: &'a model::ProofEstimate) -> Self {
        Estimate { go: &estimate.release, case: Case::from(&estimate.case) }
    }
}

impl<'a> From<&'a model::ProofCase> for Case<'a> {
    fn from(case: &'a model::ProofCase) -> Self {
        Case {
            case: &case.name,
            claim: case.claim.word(),
            saved: case.saved,
            objects: case.objects.map(BeforeAfter::from),
            bytes: case.bytes.map(BeforeAfter::from),
            nanoseconds: case.nanoseconds.map(BeforeAfter::from),
            time_ratio: case.ratio.map(Spread::from),
            kept_bytes: case.kept.map(BeforeAfter::from),
            waited_nanoseconds: case.waited.map(BeforeAfter::from),
        }
    }
}

impl From<model::BeforeAfter> for BeforeAfter {
    fn from(figures: model::BeforeAfter) -> Self {
        BeforeAfter { bad: figures.bad.into(), good: figures.good.into() }
    }
}

impl From<model::Spread> for Spread {
    fn from(spread: model::Spread) -> Self {
        let [median, low, high] = [spread.median, spread.low, spread.high].map(super::shape::finite);
        Spread { median, low, high }
    }
}
