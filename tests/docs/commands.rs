//! Commands of heaplint in a page: in code, behind pipes, in Makefiles, and as the `entry` of a hook.

/// Each command with its 1-based line, as words. Placeholders such as `FILE` are words like others; what a shell does with a command
/// (`> FILE`, `# comment`, `| less`) is not part of it.
pub(crate) fn commands(page: &str) -> Vec<(usize, Vec<String>)> {
    let mut found = Vec::new();
    let mut fenced = false;
    for (at, line) in page.lines().enumerate() {
        fenced ^= line.trim_start().starts_with("```");
        let code = fenced || line.starts_with("    ") || line.starts_with('\t') || line.contains("entry: ");
        // Code of one line in a sentence: whole commands only, not the names of subcommands.
        let inline = line.split('`').skip(1).step_by(2).filter(|code| code.matches(' ').count() > 1);
        let whole = line.trim_start().trim_start_matches("$ ").trim_start_matches("- ").trim_start_matches("entry: ");
        let of_code =
            code.then_some(whole).into_iter().flat_map(|line| line.split(" | ")).flat_map(|part| part.split(" && "));
        let candidates = of_code.chain((!code).then_some(inline).into_iter().flatten());
        for candidate in candidates {
            let candidate = candidate
                .trim()
                .replace("$(HEAPLINT)", "heaplint")
                .replace("cargo run --release --locked --", "heaplint");
            if let Some(words) = candidate.strip_prefix("heaplint ").and_then(words) {
                found.push((at + 1, ["heaplint".to_owned()].into_iter().chain(words).collect()));
            }
        }
    }
    found
}

/// The words of a command as a shell splits them; `None` for what is no command, such as a line of output.
fn words(text: &str) -> Option<Vec<String>> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    for one in text.chars() {
        match (quote, one) {
            (Some(open), _) if one == open => quote = None,
            (None, '\'' | '"') => {
                quote = Some(one);
                word.get_or_insert_default();
            }
            (None, ' ') => words.extend(word.take()),
            (None, '#') if word.is_none() => break,
            (None, '>' | ';' | '<') => break,
            _ => word.get_or_insert_default().push(one),
        }
    }
    words.extend(word);
    let known =
        words.first().is_some_and(|first| first.starts_with('-') || first.chars().all(|one| one.is_ascii_lowercase()));
    (known && words[0] != "checked" && words[0] != "is").then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_found_in_code_and_sentences_and_nothing_else_is() {
        let page = "heaplint check is a lint.\n\n    heaplint check --profile 'a b' ./...   # words\n\n`heaplint explain ID` and `heaplint man`\n\n\
                    ```\n$ git diff | heaplint check --files-from - > out\nheaplint 0.1.0\n```\n\tentry: x\n\t$(HEAPLINT) check\n";
        let found: Vec<(usize, String)> =
            commands(page).into_iter().map(|(line, words)| (line, words.join("|"))).collect();
        let expected = [
            (3, "heaplint|check|--profile|a b|./..."),
            (5, "heaplint|explain|ID"),
            (8, "heaplint|check|--files-from|-"),
            (12, "heaplint|check"),
        ];
        assert_eq!(found, expected.map(|(line, words)| (line, words.to_owned())));
    }
}
