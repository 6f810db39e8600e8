//! A small regular-expression matcher for the two patterns that a profile may carry.
//!
//! It matches whole names, knows the syntax that such patterns use (`|`, groups, `.`, classes, `* + ?`, escapes), and
//! says `None` to all else. Time is pattern times name: states are followed side by side (Thompson 1968), never tried
//! one after the other, because the pattern is input.

/// A pattern that must match a whole name.
pub struct Pattern {
    program: Vec<Step>,
}

enum Step {
    /// One character that the class holds.
    One(Class),
    /// Go on at both.
    Fork(usize, usize),
    /// Go on there.
    Jump(usize),
    Done,
}

#[derive(Clone)]
struct Class {
    ranges: Vec<(char, char)>,
    negated: bool,
}

/// Bounds on patterns: groups within groups, and characters.
const MAX_NESTING: usize = 50;
const MAX_LENGTH: usize = 10_000;

impl Pattern {
    /// Reads `text`; `None` for syntax that is not known here.
    pub fn parse(text: &str) -> Option<Pattern> {
        if text.len() > MAX_LENGTH {
            return None;
        }
        let mut parser = Parser { rest: text.chars().collect(), at: 0, program: Vec::new() };
        parser.alternatives(0)?;
        if parser.at != parser.rest.len() {
            return None;
        }
        parser.program.push(Step::Done);
        Some(Pattern { program: parser.program })
    }

    /// Whether the whole of `name` matches.
    pub fn matches(&self, name: &str) -> bool {
        let mut now = vec![false; self.program.len()];
        self.follow(0, &mut now);
        for character in name.chars() {
            let mut next = vec![false; self.program.len()];
            for (at, step) in self.program.iter().enumerate().filter(|(at, _)| now[*at]) {
                if matches!(step, Step::One(class) if class.holds(character)) {
                    self.follow(at + 1, &mut next);
                }
            }
            now = next;
        }
        self.program.iter().zip(now).any(|(step, active)| active && matches!(step, Step::Done))
    }

    /// Marks `at` and everything that it reaches without a character.
    fn follow(&self, at: usize, active: &mut [bool]) {
        let mut open = vec![at];
        while let Some(at) = open.pop() {
            if std::mem::replace(&mut active[at], true) {
                continue;
            }
            match self.program[at] {
                Step::Fork(first, second) => open.extend([first, second]),
                Step::Jump(there) => open.push(there),
                Step::One(_) | Step::Done => {}
            }
        }
    }
}

impl Class {
    fn holds(&self, character: char) -> bool {
        self.ranges.iter().any(|(low, high)| (*low..=*high).contains(&character)) != self.negated
    }

    fn single(character: char) -> Class {
        Class { ranges: vec![(character, character)], negated: false }
    }
}

struct Parser {
    rest: Vec<char>,
    at: usize,
    program: Vec<Step>,
}

impl Parser {
    fn alternatives(&mut self, nesting: usize) -> Option<()> {
        let mut jumps = Vec::new();
        loop {
            let start = self.program.len();
            self.sequence(nesting)?;
            if self.peek() != Some('|') {
                break;
            }
            self.at += 1;
            self.insert(start, |end| Step::Fork(start + 1, end + 1));
            jumps.push(self.program.len());
            self.program.push(Step::Done); // a jump to the end of all alternatives, once that is known
        }
        for jump in jumps {
            self.program[jump] = Step::Jump(self.program.len());
        }
        Some(())
    }

    fn sequence(&mut self, nesting: usize) -> Option<()> {
        while let Some(character) = self.peek() {
            if matches!(character, '|' | ')') {
                break;
            }
            let start = self.program.len();
            self.atom(nesting)?;
            self.repetition(start);
        }
        Some(())
    }

    fn atom(&mut self, nesting: usize) -> Option<()> {
        let character = self.take()?;
        let class = match character {
            '(' => {
                if self.peek() == Some('?') {
                    self.at += 1;
                    (self.take()? == ':').then_some(())?;
                }
                (nesting < MAX_NESTING).then_some(())?;
                self.alternatives(nesting + 1)?;
                return (self.take()? == ')').then_some(());
            }
            '.' => Class { ranges: vec![('\n', '\n')], negated: true },
            '[' => self.class()?,
            '\\' => self.escape()?,
            '*' | '+' | '?' | '{' | '^' | '$' => return None,
            other => Class::single(other),
        };
        self.program.push(Step::One(class));
        Some(())
    }

    /// `*`, `+` and `?` behind what was parsed since `start`, greedy or not: for a whole match it is the same.
    fn repetition(&mut self, start: usize) {
        match self.peek() {
            Some('*') => {
                self.insert(start, |end| Step::Fork(start + 1, end + 1));
                self.program.push(Step::Jump(start));
            }
            Some('+') => self.program.push(Step::Fork(start, self.program.len() + 1)),
            Some('?') => self.insert(start, |end| Step::Fork(start + 1, end)),
            _ => return,
        }
        self.at += 1;
        if self.peek() == Some('?') {
            self.at += 1;
        }
    }

    /// Puts a step before what was parsed since `start` and moves its targets; `step` learns the new end.
    fn insert(&mut self, start: usize, step: impl FnOnce(usize) -> Step) {
        for known in &mut self.program[start..] {
            match known {
                Step::Fork(first, second) => {
                    *first += 1;
                    *second += 1;
                }
                Step::Jump(there) => *there += 1,
                Step::One(_) | Step::Done => {}
            }
        }
        let end = self.program.len() + 1;
        self.program.insert(start, step(end));
    }

    fn class(&mut self) -> Option<Class> {
        let mut class = Class { ranges: Vec::new(), negated: false };
        if self.peek() == Some('^') {
            self.at += 1;
            class.negated = true;
        }
        loop {
            let low = match self.take()? {
                ']' if !class.ranges.is_empty() => return Some(class),
                '[' => return None, // POSIX classes
                '\\' => {
                    let escaped = self.escape()?;
                    (!escaped.negated).then_some(())?;
                    class.ranges.extend(escaped.ranges);
                    continue;
                }
                other => other,
            };
            let mut high = low;
            if self.peek() == Some('-') && self.rest.get(self.at + 1).is_some_and(|next| *next != ']') {
                self.at += 1;
                high = self.take()?;
                (high != '\\').then_some(())?;
            }
            class.ranges.push((low, high));
        }
    }

    fn escape(&mut self) -> Option<Class> {
        let digits = ('0', '9');
        let character = self.take()?;
        let ranges = match character.to_ascii_lowercase() {
            'd' => vec![digits],
            'w' => vec![digits, ('A', 'Z'), ('a', 'z'), ('_', '_')],
            's' => vec!['\t', '\n', '\x0c', '\r', ' '].into_iter().map(|blank| (blank, blank)).collect(),
            _ if character.is_ascii_punctuation() => return Some(Class::single(character)),
            _ => return None,
        };
        Some(Class { ranges, negated: character.is_ascii_uppercase() })
    }

    fn peek(&self) -> Option<char> {
        self.rest.get(self.at).copied()
    }

    fn take(&mut self) -> Option<char> {
        let character = self.peek()?;
        self.at += 1;
        Some(character)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_match_whole_names() {
        for (pattern, matching, other) in [
            ("malloc", "malloc", "mallocgc"),
            ("malloc|calloc|re.*", "realloc", "mallocs"),
            ("a(b|c)*d", "abcbd", "abed"),
            ("(?:ab)+", "abab", "aba"),
            ("x?y", "y", "xxy"),
            ("tc_[a-z_]+\\(int\\)", "tc_new(int)", "tc_(int)"),
            ("[^:]*::\\w+", "std::alloc1", "a:b::c"),
            ("", "", "a"),
            ("a||b", "", "ab"),
            ("(a|b?)*c", "ababc", "abab"),
            (".*\\d\\D", "x1y", "x12"),
        ] {
            let parsed = Pattern::parse(pattern).unwrap_or_else(|| panic!("{pattern} is not read"));
            assert!(parsed.matches(matching), "{pattern} {matching}");
            assert!(!parsed.matches(other), "{pattern} {other}");
        }
    }

    #[test]
    fn unknown_syntax_is_refused() {
        for pattern in ["(?i)a", "a{2}", "a)", "(a", "[[:alpha:]]", "\\bx", "*a", "[a", "a**"] {
            assert!(Pattern::parse(pattern).is_none(), "{pattern}");
        }
        assert!(Pattern::parse(&"(".repeat(9_000)).is_none());
    }

    #[test]
    fn a_hostile_pattern_costs_no_more_than_its_length_times_the_name() {
        let pattern = Pattern::parse(&"(a*)*".repeat(200)).expect("it is plain syntax");
        assert!(!pattern.matches(&format!("{}b", "a".repeat(500))));
    }
}
