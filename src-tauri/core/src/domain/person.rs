//! People: who signs in, which posts they hold, and what those posts may do.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ids::{PersonId, PostId};

/// What a post may do beyond what it owns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Representative for the quality management system (Pełnomocnik ds. SZJ; ISO 9001:2008, 5.5.2).
    Representative,
    /// Coordinator of the quality management system: the County Secretary.
    Coordinator,
    /// Top management: the Starosta.
    TopManagement,
    /// Head of a department (naczelnik).
    DepartmentHead,
    /// Internal auditor (ISO 9001:2008, 8.2.2; 2015, 9.2).
    InternalAuditor,
    /// Anybody at the office who reports a finding.
    Reporter,
}

impl Role {
    /// All roles, the one that decides most first.
    pub const ALL: [Self; 6] = [
        Self::Representative,
        Self::Coordinator,
        Self::TopManagement,
        Self::DepartmentHead,
        Self::InternalAuditor,
        Self::Reporter,
    ];

    /// The stable name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Representative => "representative",
            Self::Coordinator => "coordinator",
            Self::TopManagement => "top_management",
            Self::DepartmentHead => "department_head",
            Self::InternalAuditor => "internal_auditor",
            Self::Reporter => "reporter",
        }
    }

    /// The role of that stable name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// A person who signs in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Identity; never used again for somebody else.
    pub id: PersonId,
    /// Name as shown in the trail.
    pub name: String,
    /// What they type to sign in; unique, capitals apart.
    pub login: String,
    /// The posts they hold; what they may do comes from these.
    #[serde(default)]
    pub posts: Vec<PostId>,
    /// Whether they still work with the book.
    pub active: bool,
    /// SHA-256 of their password's stored form, in hex, so that an exchanged one shows. The stored form itself
    /// lies outside the book. None: they cannot sign in.
    #[serde(default)]
    pub credential: Option<String>,
    /// The day the password was last set.
    #[serde(default)]
    pub credential_on: Option<NaiveDate>,
}

impl Person {
    /// Whether they can sign in.
    pub fn signs_in(&self) -> bool {
        self.active && self.credential.is_some()
    }
}

/// Who decided something, as later rules must know: "not the author", "not the owner".
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Signer {
    /// The posts they held.
    pub posts: Vec<PostId>,
    /// The person, where people sign in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// The paper that the decision stands on, when the representative recorded it for a post.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// The day it was recorded, when it was decided on paper.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recorded_on: Option<NaiveDate>,
}

impl Signer {
    /// Whether this is the same person, or somebody who held one of the same posts.
    pub fn is_same(&self, other: &Self) -> bool {
        (self.person.is_some() && self.person == other.person)
            || self.posts.iter().any(|post| other.posts.contains(post))
    }
}
