use super::pack::{from_json_and_pack, pack};
use super::word::word_enum;
use super::{Bound, Date, Evidence, Link, Scope, Text};

/// Anything but an indicator that has a place in a direction.
#[derive(Debug, Clone)]
#[cfg_attr(not(target_family = "wasm"), derive(serde::Serialize, schemars::JsonSchema), serde(deny_unknown_fields))]
pub struct Record {
    /// Kebab-case, unique in the list; part of addresses, so it is never given to another.
    pub id: String,
    /// What sort of thing it is.
    pub kind: Kind,
    /// Ids of directions; none means the whole project.
    #[cfg_attr(not(target_family = "wasm"), serde(default))]
    pub directions: Vec<String>,
    /// Whose it is.
    pub scope: Scope,
    /// What it is called.
    pub title: Text,
    /// What readers have to know, in a sentence or two.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Option::is_none"))]
    pub summary: Option<Text>,
    /// How far it has come; not stated where left out.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Option::is_none"))]
    pub stage: Option<Stage>,
    /// When it was; undated where left out.
    #[cfg_attr(not(target_family = "wasm"), serde(default))]
    pub date: Date,
    /// Ids of areas.
    #[cfg_attr(not(target_family = "wasm"), serde(default))]
    pub areas: Vec<String>,
    /// Who takes part, and as what.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub organisations: Vec<Participation>,
    /// What it costs, or was given.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub money: Vec<Money>,
    /// How many people were trained or took part.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Option::is_none"))]
    pub people: Option<People>,
    /// Where to read on.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub links: Vec<Link>,
    /// Where it is published.
    #[cfg_attr(not(target_family = "wasm"), serde(default))]
    pub evidence: Vec<Evidence>,
    /// What is uncertain about it.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Option::is_none"))]
    pub note: Option<Text>,
}

pack!(Record { id, kind, scope, title; directions, summary, stage, date, areas, organisations, money, people, links, evidence, note });

word_enum! {
    /// What sort of record it is.
    Kind {
        Initiative = "initiative",
        Institution = "institution",
        Training = "training",
        Event = "event",
        Document = "document",
        Person = "person",
    }
}

word_enum! {
    /// How far it had come, where a source says so.
    Stage {
        Planned = "planned",
        Submitted = "submitted",
        Ongoing = "ongoing",
        Completed = "completed",
        Stopped = "stopped",
    }
}

/// An organisation and what it had to do with a record.
#[derive(Debug, Clone)]
#[cfg_attr(not(target_family = "wasm"), derive(serde::Serialize, schemars::JsonSchema), serde(deny_unknown_fields))]
pub struct Participation {
    /// Id of an organisation.
    pub organisation: String,
    /// What it does in the record.
    pub role: Role,
}

pack!(Participation { organisation, role });

word_enum! {
    /// An organisation's part in a record (compare IATI's OrganisationRole).
    Role {
        Funder = "funder",
        Lead = "lead",
        Partner = "partner",
        Implementer = "implementer",
        Host = "host",
        Participant = "participant",
        Author = "author",
        Beneficiary = "beneficiary",
        Subject = "subject",
    }
}

/// An amount in the currency that the source states; never converted.
#[derive(Debug, Clone)]
#[cfg_attr(not(target_family = "wasm"), derive(serde::Serialize, schemars::JsonSchema), serde(deny_unknown_fields))]
pub struct Money {
    /// What became of the money.
    pub kind: MoneyKind,
    /// In whole units of the currency.
    pub amount: f64,
    /// ISO 4217 code.
    pub currency: String,
    /// How exact it is; exact where left out.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Option::is_none"))]
    pub bound: Option<Bound>,
    /// When, where that is another time than the record's.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Option::is_none"))]
    pub date: Option<Date>,
    /// Where it is published; as the record where left out.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub evidence: Vec<Evidence>,
    /// What readers have to know about it.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Option::is_none"))]
    pub note: Option<Text>,
}

from_json_and_pack!(Money { kind, amount, currency; bound, date, evidence, note });

word_enum! {
    /// What the amount is (compare IATI's TransactionType).
    MoneyKind {
        Budget = "budget",
        Proposed = "proposed",
        Requested = "requested",
        Committed = "committed",
        Disbursed = "disbursed",
        Invested = "invested",
    }
}

/// A number of people.
#[derive(Debug, Clone)]
#[cfg_attr(not(target_family = "wasm"), derive(serde::Serialize, schemars::JsonSchema), serde(deny_unknown_fields))]
pub struct People {
    /// How many.
    pub value: f64,
    /// How exact that is; exact where left out.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Option::is_none"))]
    pub bound: Option<Bound>,
}

pack!(People { value; bound });
