//! How much room a text takes, without a browser: the advance widths of Noto Sans, in thousandths
//! of an em, and some slack.
//!
//! Noto Sans is among the widest of the fonts in our stack, so what fits here fits elsewhere. The
//! same table serves the canvas, the SVG file and the tests, so that all three lay a chart out alike.

/// For the system fonts that are wider than Noto Sans. DejaVu Sans is wider still, by up to an
/// eighth; on the canvas such a text is drawn narrower.
const SLACK: f64 = 1.08;

/// The room that a text takes, in pixels, at a font size in pixels.
pub fn width(text: &str, size: f64, bold: bool) -> f64 {
    let thousandths: u32 = text.chars().map(|c| u32::from(advance(c))).sum();
    f64::from(thousandths) / 1000.0 * SLACK * size * if bold { BOLD } else { 1.0 }
}

/// Breaks a text into lines of at most `max` pixels, between words. A word that is longer breaks after its
/// hyphens; one without any stands alone on a line that is too long.
pub fn wrap(text: &str, size: f64, bold: bool, max: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let long = width(word, size, bold) > max;
        let pieces: Vec<&str> = if long { word.split_inclusive('-').collect() } else { vec![word] };
        for (n, piece) in pieces.into_iter().enumerate() {
            let space = if n == 0 { " " } else { "" };
            match lines.last_mut() {
                Some(line) if width(line, size, bold) + width(space, size, bold) + width(piece, size, bold) <= max => {
                    line.push_str(space);
                    line.push_str(piece);
                }
                _ => lines.push(piece.to_owned()),
            }
        }
    }
    lines
}

/// The same, of which at most `most` lines are kept; the last ends with an ellipsis where words are left over.
pub fn wrap_to(text: &str, size: f64, bold: bool, max: f64, most: usize) -> Vec<String> {
    let mut lines = wrap(text, size, bold, max);
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            while width(last, size, bold) + width("…", size, bold) > max && last.contains(' ') {
                last.truncate(last.rfind(' ').unwrap_or(0));
            }
            last.push('…');
        }
    }
    lines
}

/// How much wider the bold face is, at most.
const BOLD: f64 = 1.09;

fn advance(c: char) -> u16 {
    let code = c as usize;
    match c {
        ' '..='~' => ASCII[code - 0x20],
        '\u{400}'..='\u{4ef}' => CYRILLIC[code - 0x400],
        '\u{a0}' => 260,
        '«' | '»' | '“' | '”' => 509,
        '–' | '−' | '×' | '÷' | '±' => 572,
        '—' | '→' => 1000,
        '·' | '…' => 818,
        _ => 640,
    }
}

/// U+0020 to U+007E.
#[rustfmt::skip]
const ASCII: [u16; 95] = [
    260, 269, 408, 646, 572, 831, 732, 225, 300, 300, 551, 572, 268, 322, 268, 372, 572, 572, 572, 572,
    572, 572, 572, 572, 572, 572, 268, 268, 572, 572, 572, 434, 899, 639, 650, 632, 730, 556, 519, 728,
    741, 339, 273, 619, 524, 907, 760, 781, 605, 781, 622, 549, 556, 731, 600, 930, 586, 566, 572, 329,
    372, 329, 572, 444, 281, 561, 615, 480, 615, 564, 344, 615, 618, 258, 258, 534, 258, 935, 618, 605,
    615, 615, 413, 479, 361, 618, 508, 786, 529, 510, 470, 380, 551, 380, 572,
];

/// U+0400 to U+04EF, the Kazakh letters among them.
#[rustfmt::skip]
const CYRILLIC: [u16; 240] = [
    556, 556, 741, 524, 643, 549, 339, 339, 273, 936, 958, 741, 618, 768, 624, 731, 639, 615, 650, 524,
    691, 556, 854, 588, 768, 768, 618, 708, 907, 741, 781, 731, 605, 632, 556, 624, 804, 586, 741, 698,
    1037, 1041, 692, 858, 642, 633, 1052, 639, 561, 599, 576, 433, 581, 564, 750, 490, 643, 643, 529, 578,
    746, 637, 605, 624, 615, 480, 476, 510, 725, 529, 632, 613, 898, 906, 696, 778, 594, 494, 836, 559,
    564, 564, 618, 433, 495, 479, 258, 258, 258, 842, 886, 618, 529, 643, 510, 626, 919, 789, 675, 634,
    922, 742, 683, 572, 929, 780, 729, 640, 984, 849, 587, 490, 804, 761, 782, 605, 635, 516, 635, 516,
    1220, 1095, 821, 659, 1026, 904, 919, 789, 643, 492, 609, 600, 600, 600, 600, 600, 600, 600, 785, 659,
    615, 594, 613, 615, 532, 436, 530, 434, 651, 533, 904, 796, 588, 490, 670, 557, 618, 529, 618, 534,
    693, 623, 755, 657, 815, 738, 1056, 863, 779, 642, 632, 480, 556, 475, 566, 508, 566, 508, 631, 552,
    862, 724, 703, 621, 698, 606, 698, 618, 849, 665, 849, 665, 339, 854, 750, 696, 560, 719, 587, 731,
    621, 756, 662, 698, 613, 917, 755, 339, 639, 561, 639, 561, 881, 864, 556, 564, 739, 564, 739, 564,
    854, 750, 588, 490, 584, 498, 768, 643, 768, 643, 781, 605, 782, 605, 782, 605, 633, 494, 624, 510,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wider_text_is_wider() {
        assert!(width("шш", 16.0, false) > width("ii", 16.0, false));
        assert!(width("Ақтау", 16.0, true) > width("Ақтау", 16.0, false));
        assert_eq!(width("", 16.0, false), 0.0);
    }

    #[test]
    fn wraps_between_words_only() {
        let text = "Жергілікті өзін-өзі басқару органдары";
        let lines = wrap(text, 14.0, false, 120.0);
        assert_eq!(lines.join(" "), text);
        assert!(lines.len() > 1);
        assert_eq!(wrap_to(text, 14.0, false, 120.0, 1).len(), 1);
        assert!(wrap_to(text, 14.0, false, 120.0, 1)[0].ends_with('…'));
    }

    #[test]
    fn a_long_word_breaks_after_its_hyphen() {
        assert_eq!(wrap("Восточно-Казахстанская", 12.0, false, 100.0), ["Восточно-", "Казахстанская"]);
        assert_eq!(wrap("өзін-өзі", 12.0, false, 100.0), ["өзін-өзі"]);
    }
}
