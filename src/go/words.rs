//! The words that rules ask for, and sets of them: which declaration may hold a rule's construct at all.
//!
//! A word is an identifier, a keyword or an operator outside comments and strings. It does NOT know rules.

use super::lexer::Lexer;
use super::token::{Token, TokenKind};
use rustc_hash::FxHashMap;

/// A word of one [`Words`] table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WordId(pub u16);

/// Where a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordSite {
    /// Offset of its first byte.
    pub at: u32,
    /// Which word.
    pub word: WordId,
}

/// The table of words that are looked for. Immutable and shared by all files of a run.
#[derive(Clone, Debug)]
pub struct Words {
    identifiers: FxHashMap<Box<[u8]>, WordId>,
    /// For each first byte, the lengths (as bits, 63 for all longer ones) of the identifiers that begin with it.
    lengths: Box<[u64; 256]>,
    /// Keywords and operators by token kind.
    fixed: [Option<WordId>; TokenKind::COUNT],
    assertion: Option<WordId>,
    element: Option<WordId>,
    /// Of identifiers, what they are directly behind `:=`. There are very few.
    defining: Vec<(WordId, WordId)>,
    count: u16,
}

/// The pair of tokens that begins a type assertion or a type switch: a dot and a parenthesis.
const ASSERTION: &str = ".(";

/// The pair of tokens that takes an element or a slice of what a call or a conversion gives.
const ELEMENT: &str = ")[";

/// What stands before an identifier that is meant only as the first token of what a variable is declared with: `:= string`.
const DEFINING: &str = ":= ";

impl Words {
    /// Numbers `words` in their order; a repeated word keeps its first number. Words are identifiers (`Sprintf`), keywords
    /// (`for`), operators (`+=`), `.(`, `)[`, and identifiers behind `:=` (`:= string`); any other text never occurs. More than 65,535 words share the last number,
    /// so that nothing is missed.
    pub fn new<Text: AsRef<str>>(words: impl IntoIterator<Item = Text>) -> Words {
        let mut table = Words {
            identifiers: FxHashMap::default(),
            lengths: Box::new([0; 256]),
            fixed: [None; TokenKind::COUNT],
            assertion: None,
            element: None,
            defining: Vec::new(),
            count: 0,
        };
        for word in words {
            table.add(word.as_ref());
        }
        table
    }

    fn add(&mut self, word: &str) {
        if self.id(word).is_some() {
            return;
        }
        let defined = word.strip_prefix(DEFINING);
        let identifier = defined.and_then(|identifier| {
            self.add(identifier);
            self.id(identifier)
        });
        let id = WordId(self.count);
        self.count = self.count.saturating_add(1);
        if word == ASSERTION {
            self.assertion = Some(id);
        } else if word == ELEMENT {
            self.element = Some(id);
        } else if let Some(identifier) = identifier {
            self.defining.push((identifier, id));
        } else if let Some(kind) = TokenKind::of_fixed_text(word) {
            self.fixed[kind as usize] = Some(id);
        } else {
            if let Some(first) = word.bytes().next() {
                self.lengths[first as usize] |= 1 << word.len().min(63);
            }
            self.identifiers.insert(word.as_bytes().into(), id);
        }
    }

    /// The number of `word`, if it is in the table.
    pub fn id(&self, word: &str) -> Option<WordId> {
        if word == ASSERTION {
            return self.assertion;
        }
        if word == ELEMENT {
            return self.element;
        }
        if let Some(identifier) = word.strip_prefix(DEFINING) {
            return self.defining(self.identifiers.get(identifier.as_bytes()).copied()?);
        }
        match TokenKind::of_fixed_text(word) {
            Some(kind) => self.fixed[kind as usize],
            None => self.identifiers.get(word.as_bytes()).copied(),
        }
    }

    /// Whether `text` is one identifier, keyword, operator, `.(` or `)[`, or an identifier behind `:= `: something that can occur
    /// at all.
    pub fn is_word(text: &str) -> bool {
        let (inner, defining) = text.strip_prefix(DEFINING).map_or((text, false), |inner| (inner, true));
        let mut lexer = Lexer::new(inner.as_bytes());
        let token = lexer.next();
        let whole = token.start == 0 && token.end as usize == inner.len() && !inner.is_empty();
        let fixed = !defining && TokenKind::of_fixed_text(inner).is_some();
        matches!(text, ASSERTION | ELEMENT) || (whole && (fixed || token.kind == TokenKind::Identifier))
    }

    /// The word that an identifier of these bytes is.
    #[inline]
    pub(super) fn identifier(&self, bytes: &[u8]) -> Option<WordId> {
        let first = *bytes.first()?;
        if self.lengths[first as usize] & (1 << bytes.len().min(63)) == 0 {
            return None;
        }
        self.identifiers.get(bytes).copied()
    }

    /// The word that an identifier is directly behind `:=`, besides the one that it is anywhere.
    #[inline]
    pub(super) fn defining(&self, identifier: WordId) -> Option<WordId> {
        self.defining.iter().find(|(word, _)| *word == identifier).map(|(_, defining)| *defining)
    }

    /// The word that a token of this kind is, if it is a keyword or an operator.
    #[inline]
    pub(super) fn fixed(&self, kind: TokenKind) -> Option<WordId> {
        self.fixed[kind as usize]
    }

    /// The word `.(` if `token` is a dot and the next token of `lexer` a parenthesis.
    #[inline]
    pub(super) fn assertion(&self, token: Token, mut lexer: Lexer<'_>) -> Option<WordId> {
        let id = self.assertion?;
        (token.kind == TokenKind::Dot && lexer.next().kind == TokenKind::ParenOpen).then_some(id)
    }

    /// The word `)[` if `token` is a bracket and stands behind a parenthesis.
    #[inline]
    pub(super) fn element(&self, before: TokenKind, token: Token) -> Option<WordId> {
        self.element.filter(|_| token.kind == TokenKind::BracketOpen && before == TokenKind::ParenClose)
    }
}

/// A set of words. Words whose numbers are equal modulo 512 are one member, so a set may seem to hold a word that it does
/// not hold, never the other way round: good enough for leaving out what need not be parsed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct WordSet {
    bits: [u64; 8],
}

impl WordSet {
    /// Adds a word.
    #[inline]
    pub fn insert(&mut self, word: WordId) {
        self.bits[word.0 as usize / 64 % 8] |= 1 << (word.0 % 64);
    }

    /// Whether the word is in the set.
    pub fn contains(&self, word: WordId) -> bool {
        self.bits[word.0 as usize / 64 % 8] & (1 << (word.0 % 64)) != 0
    }

    /// Whether all words of `other` are in this set.
    pub fn contains_all(&self, other: &WordSet) -> bool {
        self.bits.iter().zip(other.bits).all(|(mine, theirs)| theirs & !mine == 0)
    }

    /// Whether any word of `other` is in this set.
    pub fn intersects(&self, other: &WordSet) -> bool {
        self.bits.iter().zip(other.bits).any(|(mine, theirs)| theirs & mine != 0)
    }

    /// Whether no word is in the set.
    pub fn is_empty(&self) -> bool {
        self.bits == [0; 8]
    }

    /// Adds all words of `other`.
    pub fn insert_all(&mut self, other: &WordSet) {
        self.bits.iter_mut().zip(other.bits).for_each(|(mine, theirs)| *mine |= theirs);
    }
}

impl FromIterator<WordId> for WordSet {
    fn from_iter<Ids: IntoIterator<Item = WordId>>(ids: Ids) -> Self {
        let mut set = WordSet::default();
        ids.into_iter().for_each(|id| set.insert(id));
        set
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_identifiers_keywords_operators_assertions_and_elements() {
        let words = Words::new(["Sprintf", "for", "+=", ".(", "ünï", "for", ")["]);
        for (number, word) in ["Sprintf", "for", "+=", ".(", "ünï", ")["].into_iter().enumerate() {
            assert_eq!(words.id(word), Some(WordId(number as u16)), "{word}");
            assert!(Words::is_word(word), "{word}");
        }
        assert_eq!(words.id("Printf"), None);
        assert_eq!(words.identifier(b"Sprintf"), words.id("Sprintf"));
        assert_eq!(words.identifier(b"Sprintg"), None);
        for text in ["", "a b", "1", "\"s\"", "a.b", " a", "#"] {
            assert!(!Words::is_word(text), "{text}");
        }
    }

    #[test]
    fn an_identifier_behind_a_definition_is_a_word_of_its_own() {
        let words = Words::new([":= string", "range", "string", ":= int", ":= string"]);
        let string = words.id("string").expect("the identifier is a word too");
        assert_eq!(words.identifier(b"string"), Some(string));
        assert_eq!(words.defining(string), words.id(":= string"));
        assert_ne!(words.defining(string), Some(string));
        assert_ne!(words.id(":= int"), words.id(":= string"));
        assert_eq!((words.id(":= byte"), words.id("byte"), words.id(":= ")), (None, None, None));
        assert_eq!(words.defining(words.id("range").expect("a keyword")), None);
        assert!(Words::is_word(":= string"));
        for text in [":= ", ":= for", ":= .(", ":= 1", ":=string", ":=  string", ":= := string", ":= a.b"] {
            assert!(!Words::is_word(text), "{text}");
        }
    }

    #[test]
    fn a_set_never_misses_a_word() {
        let set: WordSet = [0, 63, 64, 511, 700, 65_535].map(WordId).into_iter().collect();
        for held in [0, 63, 64, 511, 700, 65_535] {
            assert!(set.contains(WordId(held)), "{held}");
            assert!(set.contains_all(&[WordId(held)].into_iter().collect()));
        }
        assert!(!set.contains(WordId(1)));
        assert!(!set.contains_all(&[WordId(0), WordId(1)].into_iter().collect()));
        assert!(set.intersects(&[WordId(0), WordId(1)].into_iter().collect()));
        assert!(!WordSet::default().intersects(&set));
    }
}
