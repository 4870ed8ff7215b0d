use super::from_json::from_json;
use super::word::word_enum;
use super::{Date, Evidence, Text};

/// One measured, expected or missing number: for a period, an area and perhaps a part.
#[derive(Debug, Clone)]
#[cfg_attr(not(target_family = "wasm"), derive(serde::Serialize, schemars::JsonSchema), serde(deny_unknown_fields))]
pub struct Value {
    /// Name within the indicator, where a derived value refers to it.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Option::is_none"))]
    pub id: Option<String>,
    /// The time that it is of.
    pub period: Date,
    /// What the source calls the time, where the date alone says too little.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Option::is_none"))]
    pub period_label: Option<Text>,
    /// Id of an area.
    pub area: String,
    /// Id of one of the indicator's parts; absent for the whole.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Option::is_none"))]
    pub part: Option<String>,
    /// The number, in the indicator's unit. Either this or `missing` is given; a bare null is refused.
    #[cfg_attr(
        not(target_family = "wasm"),
        serde(default, skip_serializing_if = "Option::is_none"),
        schemars(with = "f64", default)
    )]
    pub value: Option<f64>,
    /// Why there is no number.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Option::is_none"))]
    pub missing: Option<Missing>,
    /// Whose it is.
    pub scope: Scope,
    /// How certain it is; final where left out.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Status::is_final"))]
    pub status: Status,
    /// How exact it is; exact where left out.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Option::is_none"))]
    pub bound: Option<Bound>,
    /// Empty means the indicator's own evidence applies.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub evidence: Vec<Evidence>,
    /// What readers have to know about it.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Option::is_none"))]
    pub note: Option<Text>,
    /// How it was worked out, where no source states it.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Option::is_none"))]
    pub derived: Option<Derived>,
}

from_json!(Value { period, area, scope; id, period_label, part, missing, status, bound, evidence, note, derived; never null: value });

word_enum! {
    /// Who a value or record belongs to. Scopes are never joined or summed.
    Scope {
        /// What the project did, or is credited with by a source.
        Project = "project",
        /// What happened in the region meanwhile, without the project's doing.
        Context = "context",
        /// Others' work that follows on or runs beside.
        Related = "related",
    }
}

word_enum! {
    /// Why a number is absent (compare SDMX's observation status).
    Missing {
        NotCollected = "not-collected",
        NotPublished = "not-published",
        NotApplicable = "not-applicable",
        Withheld = "withheld",
    }
}

word_enum! {
    /// How firm a number is.
    #[derive(Default)]
    Status {
        #[default] Final = "final",
        Provisional = "provisional",
        /// Somebody means to bring it about.
        Planned = "planned",
        /// Somebody expects it.
        Forecast = "forecast",
    }
}

impl Status {
    /// Whether it is the default that the JSON leaves out.
    pub fn is_final(&self) -> bool {
        *self == Status::Final
    }

    /// Whether it is yet to come about.
    pub fn is_ahead(self) -> bool {
        matches!(self, Status::Planned | Status::Forecast)
    }
}

word_enum! {
    /// What the source says instead of an exact number.
    Bound { Over = "over", UpTo = "up-to", About = "about", Almost = "almost" }
}

/// How a number was worked out from others. It is always shown with them.
#[derive(Debug, Clone)]
#[cfg_attr(not(target_family = "wasm"), derive(serde::Serialize, schemars::JsonSchema), serde(deny_unknown_fields))]
pub struct Derived {
    /// How the terms make the number.
    pub op: Operation,
    /// What it is made of, in order.
    pub terms: Vec<Term>,
}

from_json!(Derived { op, terms });

word_enum! {
    // How the terms give the number: added up, or the first less all others.
    // (No doc comment, which would become a part of the JSON Schema.)
    Operation { Sum = "sum", Difference = "difference" }
}

/// One number of a derivation: another value of the same indicator, or one with evidence of its own.
#[derive(Debug, Clone)]
#[cfg_attr(not(target_family = "wasm"), derive(serde::Serialize, schemars::JsonSchema), serde(deny_unknown_fields))]
pub struct Term {
    /// The number.
    pub value: f64,
    /// Id of a value of the same indicator.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Option::is_none"))]
    pub of: Option<String>,
    /// Where it is published, where it is no other value of the indicator.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub evidence: Vec<Evidence>,
}

from_json!(Term { value; of, evidence });

impl Derived {
    /// What the terms give.
    pub fn result(&self) -> f64 {
        let mut terms = self.terms.iter().map(|term| term.value);
        let first = terms.next().unwrap_or(0.0);
        match self.op {
            Operation::Sum => terms.fold(first, |a, b| a + b),
            Operation::Difference => terms.fold(first, |a, b| a - b),
        }
    }
}
