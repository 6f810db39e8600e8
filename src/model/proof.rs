//! What the cure of a rule saves, as it was measured on the rule's own examples with real compilers.

use super::{Spread, quantity};

/// A rule's measurements, one for each minor version of Go, ascending.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Proof {
    /// By version.
    pub versions: Vec<ProofOnGo>,
}

/// What one version of Go showed.
#[derive(Clone, Debug, PartialEq)]
pub struct ProofOnGo {
    /// The minor version: 27 of Go 1.27.3.
    pub minor: u16,
    /// The version that ran: `1.27.3`.
    pub release: String,
    /// What it means for the rule.
    pub outcome: ProofOutcome,
    /// Each pair of examples, in their order; empty where the cure is newer than this Go.
    pub cases: Vec<ProofCase>,
}

/// What a version's measurements mean for the rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ProofOutcome {
    /// The cure saves what the rule claims, beyond the spread of the measurement.
    Saved,
    /// It saves nothing.
    None,
    /// The cure needs a newer Go.
    NotApplicable,
}

/// One pair of examples, bad and good.
#[derive(Clone, Debug, PartialEq)]
pub struct ProofCase {
    /// The name of the bad function.
    pub name: String,
    /// What was to be shown.
    pub claim: ProofClaim,
    /// Whether it was, beyond the spread.
    pub saved: bool,
    /// Objects allocated per operation.
    pub objects: Option<BeforeAfter>,
    /// Bytes allocated per operation.
    pub bytes: Option<BeforeAfter>,
    /// Nanoseconds per operation, with the collector at rest.
    pub nanoseconds: Option<BeforeAfter>,
    /// The time of the good one as a share of that of the bad one.
    pub ratio: Option<Spread>,
    /// Bytes on the heap for each result that is held.
    pub kept: Option<BeforeAfter>,
    /// Nanoseconds per operation that goroutines wait for each other.
    pub waited: Option<BeforeAfter>,
}

/// A figure of both forms: the median of several rounds with the interval that surely holds it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BeforeAfter {
    /// Of the bad one.
    pub bad: Spread,
    /// Of the good one.
    pub good: Spread,
}

/// What the cure is said to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ProofClaim {
    /// It allocates fewer objects or bytes.
    Allocates,
    /// It takes less time.
    Faster,
    /// It keeps fewer bytes alive.
    Keeps,
    /// Goroutines wait less.
    Waits,
    /// It gives the right result, and the bad form a wrong one.
    Wrong,
    /// `-d=checkptr` lets it pass, and ends a program at the bad form.
    Refused,
}

/// What such code can avoid, by the measurement of a rule's own example: an estimate for places that have no measurement of
/// their own, and always told as one.
#[derive(Clone, Debug, PartialEq)]
pub struct ProofEstimate {
    /// The Go that ran.
    pub release: String,
    /// The example.
    pub case: ProofCase,
}

impl ProofEstimate {
    /// One sentence that says what it is and what it is not.
    pub fn sentence(&self) -> String {
        let (name, saved) = (&self.case.name, self.case.sentence());
        format!(
            "heaplint's own example of this, one call of {name} on Go {}: {saved} (an estimate of what such code can avoid; this \
             place was not measured)",
            self.release
        )
    }
}

impl Proof {
    /// What this version of Go showed, where it was measured.
    pub fn on(&self, minor: u16) -> Option<&ProofOnGo> {
        self.versions.iter().find(|version| version.minor == minor)
    }

    /// What is saved in words, by version: `("1.23 to 1.26", "19 allocations, 348.6 KiB -> 1 allocation, 80.0 KiB")`. Versions
    /// that say the same share a line.
    pub fn lines(&self) -> Vec<(String, String)> {
        let mut lines: Vec<(u16, u16, String)> = Vec::new();
        let mut saved_before = false;
        for version in &self.versions {
            let told = match (version.outcome, version.told_case()) {
                (ProofOutcome::Saved, Some(case)) => case.sentence(),
                (ProofOutcome::NotApplicable, _) => "the cure needs a newer Go".to_owned(),
                _ if saved_before => "nothing: Go does this by itself".to_owned(),
                _ => "nothing".to_owned(),
            };
            saved_before |= version.outcome == ProofOutcome::Saved;
            match lines.last_mut() {
                Some((_, newest, same)) if *same == told && *newest + 1 == version.minor => *newest = version.minor,
                _ => lines.push((version.minor, version.minor, told)),
            }
        }
        let range = |oldest: u16, newest: u16| match oldest == newest {
            true => format!("1.{oldest}"),
            false => format!("1.{oldest} to 1.{newest}"),
        };
        lines.into_iter().map(|(oldest, newest, told)| (range(oldest, newest), told)).collect()
    }
}

impl ProofOnGo {
    /// The case that stands for the rule: the first that saves.
    pub fn told_case(&self) -> Option<&ProofCase> {
        self.cases.iter().find(|case| case.saved)
    }
}

impl ProofCase {
    /// What was measured, by what it claims.
    pub fn sentence(&self) -> String {
        if !self.saved {
            return "nothing".to_owned();
        }
        let both = |figures: Option<BeforeAfter>, told: &dyn Fn(f64) -> String| match figures {
            Some(figures) => format!("{} -> {}", told(figures.bad.median), told(figures.good.median)),
            None => "not measured".to_owned(),
        };
        match (self.claim, self.objects, self.bytes) {
            (ProofClaim::Allocates, Some(objects), Some(bytes)) => {
                let told = |objects: f64, size: f64| format!("{}, {}", allocations(objects), bytes_of(size));
                let (bad, good) =
                    (told(objects.bad.median, bytes.bad.median), told(objects.good.median, bytes.good.median));
                format!("{bad} -> {good}")
            }
            (ProofClaim::Allocates, ..) => "not measured".to_owned(),
            (ProofClaim::Faster, ..) => {
                let ratio = self.ratio.map_or_else(String::new, |ratio| {
                    let [median, low, high] = [ratio.median, ratio.low, ratio.high].map(quantity::share);
                    let spread = if low == high { String::new() } else { format!(" ({low} to {high})") };
                    format!(", {median} of the time{spread}")
                });
                both(self.nanoseconds, &|time| quantity::estimate(time, "nanoseconds")) + &ratio
            }
            (ProofClaim::Keeps, ..) => both(self.kept, &|kept| format!("{} kept", bytes_of(kept))),
            (ProofClaim::Waits, ..) => {
                both(self.waited, &|time| format!("{} of waiting", quantity::estimate(time, "nanoseconds")))
            }
            (ProofClaim::Wrong, ..) => "a wrong result -> the right one".to_owned(),
            (ProofClaim::Refused, ..) => "refused by -d=checkptr -> accepted".to_owned(),
        }
    }
}

/// `19 allocations`; a part of one is told where an operation does not always allocate.
fn allocations(objects: f64) -> String {
    let whole = objects.round();
    let count = match (objects - whole).abs() < 0.05 || objects >= 10.0 {
        true => quantity::grouped(whole.max(0.0) as usize),
        false => format!("{objects:.1}"),
    };
    format!("{count} allocation{}", if count == "1" { "" } else { "s" })
}

fn bytes_of(size: f64) -> String {
    quantity::estimate(size, "bytes")
}

impl ProofOutcome {
    /// The words of proof files and of every output.
    pub const WORDS: [(&'static str, ProofOutcome); 3] =
        [("saved", ProofOutcome::Saved), ("none", ProofOutcome::None), ("not-applicable", ProofOutcome::NotApplicable)];

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            ProofOutcome::Saved => "saved",
            ProofOutcome::None => "none",
            ProofOutcome::NotApplicable => "not-applicable",
        }
    }
}

impl ProofClaim {
    /// The words of proof files and of every output.
    pub const WORDS: [(&'static str, ProofClaim); 6] = [
        ("allocates", ProofClaim::Allocates),
        ("faster", ProofClaim::Faster),
        ("keeps", ProofClaim::Keeps),
        ("waits", ProofClaim::Waits),
        ("wrong", ProofClaim::Wrong),
        ("refused", ProofClaim::Refused),
    ];

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            ProofClaim::Allocates => "allocates",
            ProofClaim::Faster => "faster",
            ProofClaim::Keeps => "keeps",
            ProofClaim::Waits => "waits",
            ProofClaim::Wrong => "wrong",
            ProofClaim::Refused => "refused",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures(bad: f64, good: f64) -> Option<BeforeAfter> {
        let exactly = |value| Spread { median: value, low: value, high: value };
        Some(BeforeAfter { bad: exactly(bad), good: exactly(good) })
    }

    fn case(claim: ProofClaim) -> ProofCase {
        ProofCase {
            name: "Names".to_owned(),
            claim,
            saved: true,
            objects: figures(19.0, 1.0),
            bytes: figures(357_000.0, 81_920.0),
            nanoseconds: figures(41_000.0, 8_200.0),
            ratio: Some(Spread { median: 0.2, low: 0.19, high: 0.21 }),
            kept: figures(65_536.0, 16.0),
            waited: figures(12_300_000.0, 0.0),
        }
    }

    #[test]
    fn each_claim_has_its_figures() {
        let told = |claim| case(claim).sentence();
        assert_eq!(told(ProofClaim::Allocates), "19 allocations, 348.6 KiB -> 1 allocation, 80.0 KiB");
        assert_eq!(told(ProofClaim::Faster), "41.0 µs -> 8.2 µs, 20 % of the time (19 % to 21 %)");
        assert_eq!(told(ProofClaim::Keeps), "64.0 KiB kept -> 16 B kept");
        assert_eq!(told(ProofClaim::Waits), "12.3 ms of waiting -> 0 ns of waiting");
        assert_eq!(told(ProofClaim::Wrong), "a wrong result -> the right one");
        let nothing = ProofCase { saved: false, ..case(ProofClaim::Allocates) };
        assert_eq!(nothing.sentence(), "nothing");
        let seldom = ProofCase { objects: figures(0.5, 0.0), ..case(ProofClaim::Allocates) };
        assert_eq!(seldom.sentence(), "0.5 allocations, 348.6 KiB -> 0 allocations, 80.0 KiB");
    }

    #[test]
    fn an_estimate_says_that_it_is_one() {
        let told = ProofEstimate { release: "1.27.3".to_owned(), case: case(ProofClaim::Keeps) }.sentence();
        let expected = "heaplint's own example of this, one call of Names on Go 1.27.3: 64.0 KiB kept -> 16 B kept (an estimate of \
                        what such code can avoid; this place was not measured)";
        assert_eq!(told, expected);
    }

    #[test]
    fn versions_that_say_the_same_share_a_line_and_the_end_of_a_saving_is_named() {
        let on = |minor: u16, outcome, cases| ProofOnGo { minor, release: format!("1.{minor}.1"), outcome, cases };
        let less = || vec![ProofCase { saved: false, ..case(ProofClaim::Wrong) }, case(ProofClaim::Wrong)];
        let nothing = || vec![ProofCase { saved: false, ..case(ProofClaim::Wrong) }];
        let versions = vec![
            on(23, ProofOutcome::NotApplicable, Vec::new()),
            on(24, ProofOutcome::Saved, less()),
            on(25, ProofOutcome::Saved, less()),
            on(27, ProofOutcome::Saved, less()),
            on(28, ProofOutcome::None, nothing()),
        ];
        let lines = Proof { versions }.lines();
        let lines: Vec<String> = lines.into_iter().map(|(range, told)| format!("{range}: {told}")).collect();
        let saved = "a wrong result -> the right one";
        let expected = [
            "1.23: the cure needs a newer Go".to_owned(),
            format!("1.24 to 1.25: {saved}"),
            format!("1.27: {saved}"),
            "1.28: nothing: Go does this by itself".to_owned(),
        ];
        assert_eq!(lines, expected);
    }

    #[test]
    fn words_are_those_of_the_files() {
        assert!(ProofClaim::WORDS.iter().all(|(word, claim)| *word == claim.word()));
        assert!(ProofOutcome::WORDS.iter().all(|(word, outcome)| *word == outcome.word()));
    }
}
