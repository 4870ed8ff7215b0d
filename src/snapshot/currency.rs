//! The codes of currencies.

/// Whether it is written as a code of ISO 4217 is.
pub(super) fn is_code(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|b| b.is_ascii_uppercase())
}

/// Whether a currency has that code, or had it since 2000: a project's record is older than today's list.
pub(super) fn is_known(code: &str) -> bool {
    CODES.as_bytes().as_chunks().0.binary_search_by(|known: &[u8; 3]| known.as_slice().cmp(code.as_bytes())).is_ok()
}

/// ISO 4217:2015 with its amendments, currencies that people pay with, in the order of the alphabet.
const CODES: &str = "AEDAFNALLAMDANGAOAARSAUDAWGAZNBAMBBDBDTBGNBHDBIFBMDBNDBOBBRLBSDBTNBWPBYNBYRBZDCADCDFCHFCLFCLPCNYCOP\
CRCCUCCUPCVECZKDJFDKKDOPDZDEEKEGPERNETBEURFJDFKPGBPGELGHSGIPGMDGNFGTQGYDHKDHNLHRKHTGHUFIDRILSINRIQDIRRISKJMDJODJPYKESKGS\
KHRKMFKPWKRWKWDKYDKZTLAKLBPLKRLRDLSLLTLLVLLYDMADMDLMGAMKDMMKMNTMOPMROMRUMURMVRMWKMXNMYRMZNNADNGNNIONOKNPRNZDOMRPABPENPGK\
PHPPKRPLNPYGQARRONRSDRUBRWFSARSBDSCRSDGSEKSGDSHPSKKSLESLLSOSSRDSSPSTDSTNSVCSYPSZLTHBTJSTMTTNDTOPTRYTTDTWDTZSUAHUGXUSDUYU\
UZSVEDVEFVESVNDVUVWSTXAFXCDXCGXDRXOFXPFYERZARZMWZWGZWL";

#[cfg(test)]
mod tests {
    use super::*;

    fn check(code: &str, expected: [bool; 2]) {
        assert_eq!([is_code(code), is_known(code)], expected, "{code}");
    }

    #[test]
    fn codes() {
        for known in ["AED", "KZT", "EUR", "HRK", "ZWL"] {
            check(known, [true, true]);
        }
        for unknown in ["TNG", "KZZ", "AAA", "ZZZ", "DAF"] {
            check(unknown, [true, false]);
        }
        for other in ["", "kzt", "EU", "EURO", "ЕУР"] {
            check(other, [false, false]);
        }
    }

    #[test]
    fn the_list_is_sorted() {
        let (codes, rest) = CODES.as_bytes().as_chunks::<3>();
        assert!(rest.is_empty() && codes.is_sorted_by(|a, b| a < b));
    }
}
