//! The organisation: the office, its departments, processes and people by post.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::certificate::Edition;
use super::ids::{DepartmentId, PostId, ProcessId};
use super::number::NumberTemplate;
use super::person::Role;
use super::settings::Settings;

/// The office and its settings; one per folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Office {
    /// Its name.
    #[serde(default)]
    pub name: String,
    /// The edition of ISO 9001 that the office is certified to.
    #[serde(default)]
    pub edition: Edition,
    /// How case numbers are made.
    #[serde(default)]
    pub number_template: NumberTemplate,
    /// Days on which the office is closed beside Saturdays, Sundays and public holidays.
    #[serde(default)]
    pub closed_days: Vec<ClosedDay>,
    /// Set when this is the sample office: the fixed day on which it is shown.
    #[serde(default)]
    pub sample_day: Option<NaiveDate>,
    /// The day the book was begun.
    pub began_on: NaiveDate,
    /// How strict it is and how long steps take.
    #[serde(default)]
    pub settings: Settings,
}

impl Office {
    /// An office that has only just begun its book.
    pub fn begun(name: String, began_on: NaiveDate) -> Self {
        Self {
            name,
            edition: Edition::default(),
            number_template: NumberTemplate::default(),
            closed_days: Vec::new(),
            sample_day: None,
            began_on,
            settings: Settings::default(),
        }
    }
}

/// A day on which the office is closed by order of the Starosta.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ClosedDay {
    /// The day.
    pub on: NaiveDate,
    /// Why.
    #[serde(default)]
    pub note: String,
}

/// An organizational unit (komórka organizacyjna).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Department {
    /// Identity.
    pub id: DepartmentId,
    /// Its symbol, unique in the office.
    pub code: String,
    /// Its name.
    #[serde(default)]
    pub name: String,
}

/// A process of the quality management system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Process {
    /// Identity.
    pub id: ProcessId,
    /// Its symbol.
    pub code: String,
    /// Its name.
    #[serde(default)]
    pub name: String,
    /// The post that owns it.
    #[serde(default)]
    pub owner: Option<PostId>,
    /// The unit it belongs to.
    #[serde(default)]
    pub department: Option<DepartmentId>,
    /// What is measured, with its limit.
    #[serde(default)]
    pub measure: String,
}

/// A person, named by post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Post {
    /// Identity.
    pub id: PostId,
    /// The post as people call it.
    pub name: String,
    /// Its unit.
    #[serde(default)]
    pub department: Option<DepartmentId>,
    /// What it may do beyond what it owns.
    #[serde(default)]
    pub roles: Vec<Role>,
}
