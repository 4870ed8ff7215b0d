use super::letters::{is_of_word, lower};

/// Folds a text for search: lower case, ё as е, Kazakh letters as the Russian ones that
/// people type when their keyboard has no Kazakh, and every separator as one space.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().map(lower) {
        let c = match c {
            'ё' => 'е',
            'ә' => 'а',
            'ғ' => 'г',
            'қ' => 'к',
            'ң' => 'н',
            'ө' => 'о',
            'ұ' | 'ү' => 'у',
            'һ' => 'х',
            'і' => 'и',
            c if is_of_word(c) => c,
            _ if folded.ends_with(' ') || folded.is_empty() => continue,
            _ => ' ',
        };
        folded.push(c);
    }
    folded.truncate(folded.trim_end().len());
    folded
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn typed_or_approximated_is_the_same() {
        assert_eq!(fold("Маңғыстау облысының Әкімі"), fold("мангыстау облысынын акими"));
        assert_eq!(fold("Ещё — «Ёлка»!"), "еще елка");
        assert_eq!(fold("  "), "");
    }
}
