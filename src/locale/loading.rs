use super::Lang;

/// How far a long load is.
impl Lang {
    /// How many of a snapshot's records have been read.
    pub fn reading_records(self, done: usize, all: usize) -> String {
        let [done, all] = [done, all].map(|count| self.number(count as f64, 0));
        match self {
            Lang::Kk => format!("Жазбалар оқылып жатыр: {done} / {all}"),
            Lang::Ru => format!("Читаются записи: {done} из {all}"),
            Lang::En => format!("Reading records: {done} of {all}"),
        }
    }

    /// How much of a large file has come, in millions of bytes.
    pub fn loading(self, done: usize, all: Option<usize>) -> String {
        let decimals = u8::from(all.unwrap_or(done) < 10_000_000);
        let millions = |bytes: usize| self.number(bytes as f64 / 1e6, decimals);
        let (done, all) = (millions(done), all.map_or_else(|| "?".to_owned(), millions));
        match self {
            Lang::Kk => format!("Жүктелуде: {done} / {all} МБ"),
            Lang::Ru => format!("Загружается: {done} из {all} МБ"),
            Lang::En => format!("Loading: {done} of {all} MB"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_how_many() {
        assert_eq!(Lang::En.reading_records(45_000, 100_000), "Reading records: 45,000 of 100,000");
        assert_eq!(Lang::En.loading(12_400_000, Some(198_000_000)), "Loading: 12 of 198 MB");
        assert_eq!(Lang::Kk.loading(260_000, Some(546_000)), "Жүктелуде: 0,3 / 0,5 МБ");
        assert_eq!(Lang::Ru.loading(12_400_000, None), "Загружается: 12 из ? МБ");
    }
}
