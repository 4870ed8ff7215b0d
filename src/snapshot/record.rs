use super::pack::{from_json_and_pack, pack};
use super::word::word_enum;
use super::{Bound, Date, Evidence, Link, Scope, Text};

/// Anything but an indicator that has a place in a direction.
#[derive(Debug, Clone)]
#[cfg_attr(not(target_family = "wasm"), derive(serde::Serialize, schemars::JsonSchema), serde(deny_unknown_fields))]
pub struct Record {
    pub id: String,
    pub kind: Kind,
    /// Ids of directions; none means the whole project.
    #[cfg_attr(not(target_family = "wasm"), serde(default))]
    pub directions: Vec<String>,
    pub scope: Scope,
    pub title: Text,
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Option::is_none"))]
    pub summary: Option<Text>,
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Option::is_none"))]
    pub stage: Option<Stage>,
    #[cfg_attr(not(target_family = "wasm"), serde(default))]
    pub date: Date,
    /// Ids of areas.
    #[cfg_attr(not(target_family = "wasm"), serde(default))]
    pub areas: Vec<String>,
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub organisations: Vec<Participation>,
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub money: Vec<Money>,
    /// How many people were trained or took part.
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Option::is_none"))]
    pub people: Option<People>,
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub links: Vec<Link>,
    #[cfg_attr(not(target_family = "wasm"), serde(default))]
    pub evidence: Vec<Evidence>,
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
    pub kind: MoneyKind,
    pub amount: f64,
    /// ISO 4217 code.
    pub currency: String,
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Option::is_none"))]
    pub bound: Option<Bound>,
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Option::is_none"))]
    pub date: Option<Date>,
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub evidence: Vec<Evidence>,
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
    pub value: f64,
    #[cfg_attr(not(target_family = "wasm"), serde(default, skip_serializing_if = "Option::is_none"))]
    pub bound: Option<Bound>,
}

pack!(People { value; bound });
