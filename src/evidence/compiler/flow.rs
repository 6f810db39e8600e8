//! One line of the compiler's reasoning, which both forms write alike: `  flow: {heap} ← x:` (up to Go 1.24 `{heap} = x:`) and
//! `    from x (assign)`.

use super::record::{FlowStep, Limits, cut};

/// The step on this line; `None` where it is none. `at` is the step's line where the form gives it beside the text; the text
/// form writes ` at file:line:col` behind.
pub(super) fn flow_step(text: &str, at: Option<u32>, limits: &Limits) -> Option<FlowStep> {
    let text = text.trim();
    if let Some(flow) = text.strip_prefix("flow: ") {
        let (to, from) = flow.split_once(" ← ").or_else(|| flow.split_once(" = "))?;
        let from = from.strip_suffix(':').unwrap_or(from);
        return Some(FlowStep::Flow { to: cut(to, limits.expression), from: cut(from, limits.expression) });
    }
    let step = text.strip_prefix("from ")?;
    let (step, line) = match at {
        Some(line) => (step, line),
        None => step.rsplit_once(" at ").map_or((step, 0), |(before, place)| (before, line_of(place))),
    };
    let (what, why) = match step.strip_suffix(')').and_then(|open| open.rsplit_once(" (")) {
        Some((what, why)) => (what, why),
        None => (step, ""),
    };
    Some(FlowStep::From { what: cut(what, limits.expression), why: cut(why, limits.expression), line })
}

/// The line in `x.go:7:9` and `x.go:7`; 0 where there is none.
fn line_of(place: &str) -> u32 {
    let mut parts = place.rsplit(':');
    let last = parts.next().and_then(|part| part.parse().ok());
    let before = parts.next().and_then(|part| part.parse().ok());
    before.or(last).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_of_a_step_are_read() {
        let read = |text, at| flow_step(text, at, &Limits::STANDARD);
        let flow = FlowStep::Flow { to: "{heap}".into(), from: "&{storage for n}".into() };
        assert_eq!(read("  flow: {heap} ← &{storage for n}:", None).as_ref(), Some(&flow));
        assert_eq!(read("  flow: {heap} = &{storage for n}:", None), Some(flow), "up to Go 1.24");
        let from = |what: &str, why: &str, line| FlowStep::From { what: what.into(), why: why.into(), line };
        let parameter = from("f(g(x), n)", "call parameter", 99);
        assert_eq!(read("    from f(g(x), n) (call parameter) at a b/x.go:99:10", None), Some(parameter.clone()));
        assert_eq!(read("     from f(g(x), n) (call parameter)", Some(99)), Some(parameter));
        assert_eq!(read("    from x at C:\\x.go:7", None), Some(from("x", "", 7)));
        assert_eq!(read("capturing by value: i", None), None);
    }
}
