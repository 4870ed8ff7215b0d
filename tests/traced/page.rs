//! What a reader sees and hears of a page, without the figures that carry their number.

/// A text of a page, and where it stands.
pub struct Piece {
    pub text: String,
    /// The chart that it belongs to.
    pub chart: Option<String>,
    /// How many drawings there were before it, where it stands in one.
    pub drawing: Option<usize>,
    /// Whether it names a place in a source.
    pub cited: bool,
}

/// Elements whose words are no text: figures have their own test, and code is an address or a digest.
const LEFT_OUT: [&str; 4] = ["data", "script", "style", "code"];
const HEARD: [&str; 4] = ["aria-label", "title", "placeholder", "alt"];

/// Every text of a page, in order.
pub fn pieces(html: &str) -> Vec<Piece> {
    let (mut all, mut rest) = (Vec::new(), html);
    let (mut chart, mut drawing, mut drawings, mut cited) = (None, None, 0, false);
    while let Some((text, after)) = rest.split_once('<') {
        let piece = |text: &str| Piece { text: unescape(text), chart: chart.clone(), drawing, cited };
        all.push(piece(text));
        let (tag, after) = after.split_once('>').expect("every tag ends");
        rest = after;
        all.extend(HEARD.iter().filter_map(|name| attribute(tag, name)).map(piece));
        match tag.split([' ', '/']).next().unwrap_or_default() {
            "a" => cited = attribute(tag, "data-evidence").is_some(),
            "figure" => chart = attribute(tag, "data-chart").map(str::to_owned),
            "svg" => drawing = Some(drawings),
            "" if tag == "/a" => cited = false,
            "" if tag == "/figure" => chart = None,
            "" if tag == "/svg" => (drawing, drawings) = (None, drawings + 1),
            name if LEFT_OUT.contains(&name) => rest = rest.find(&format!("</{name}>")).map_or("", |end| &rest[end..]),
            _ => {}
        }
    }
    all.retain(|piece| piece.text.contains(|letter: char| letter.is_ascii_digit()));
    all
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let start = format!(" {name}=\"");
    tag.split_once(&start)?.1.split('"').next()
}

fn unescape(text: &str) -> String {
    let marks = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#39;", "'"), ("&amp;", "&")];
    marks.iter().fold(text.to_owned(), |text, (escaped, mark)| text.replace(escaped, mark))
}
