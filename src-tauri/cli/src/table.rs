//! Aligned columns of plain text.

/// Rows under a line of headers, each column as wide as its widest cell, two blanks apart.
pub fn table(headers: &[&str], rows: &[Vec<String>]) -> String {
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count());
        cells.chain(headers.get(column).map(|header| header.chars().count())).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..headers.len()).map(width).collect();
    let line = |cells: &mut dyn Iterator<Item = &str>| {
        let padded = cells.zip(&widths).map(|(cell, width)| format!("{cell:<width$}"));
        let mut line = padded.collect::<Vec<_>>().join("  ").trim_end().to_string();
        line.push('\n');
        line
    };
    let mut text = line(&mut headers.iter().copied());
    for row in rows {
        text.push_str(&line(&mut row.iter().map(String::as_str)));
    }
    text
}

/// The first characters of a text, on one line; an ellipsis stands for the rest.
pub fn short(text: &str, longest: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= longest {
        return line;
    }
    let mut cut: String = line.chars().take(longest.saturating_sub(1)).collect();
    cut.push('…');
    cut
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_by_characters() {
        let rows =
            [vec!["DK/1".into(), "żółć".into(), "x".into()], vec!["DK/10".into(), "a".into(), String::new()]];
        assert_eq!(table(&["nr", "tytuł", "k"], &rows), "nr     tytuł  k\nDK/1   żółć   x\nDK/10  a\n");
    }

    #[test]
    fn a_long_text_is_cut_to_its_place() {
        assert_eq!(short("ala\n ma  kota", 20), "ala ma kota");
        assert_eq!(short("żółta łódź", 6), "żółta…");
    }
}
