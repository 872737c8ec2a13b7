//! Units, posts and processes by the names a register uses. Unknown units and posts are created.

use std::collections::HashMap;

use uuid::Uuid;

use super::text::plain;
use crate::domain::ids::{DepartmentId, Id, PostId, ProcessId};
use crate::domain::office::{Department, Post};
use crate::register::Register;

/// Who and where, known so far.
pub(super) struct Organisation {
    departments: HashMap<String, DepartmentId>,
    codes: HashMap<String, DepartmentId>,
    posts: HashMap<String, PostId>,
    processes: HashMap<String, ProcessId>,
    /// Units that the register does not have yet.
    pub new_departments: Vec<Department>,
    /// Posts that the register does not have yet.
    pub new_posts: Vec<Post>,
    ids: Placeholders,
}

/// Identities of things that are not there yet; a commit gives them their own.
#[derive(Default)]
pub(super) struct Placeholders(u128);

impl Placeholders {
    pub(super) fn next<T: Id>(&mut self) -> T {
        self.0 = self.0.wrapping_add(1);
        T::from_uuid(Uuid::from_u128(self.0))
    }
}

impl Organisation {
    pub(super) fn of(register: &Register) -> Self {
        let mut known = Self {
            departments: HashMap::new(),
            codes: HashMap::new(),
            posts: HashMap::new(),
            processes: HashMap::new(),
            new_departments: Vec::new(),
            new_posts: Vec::new(),
            ids: Placeholders::default(),
        };
        for stood in register.departments() {
            known.learn(&stood.record);
        }
        for stood in register.posts() {
            known.posts.insert(plain(&stood.record.name), stood.record.id);
        }
        for stood in register.processes() {
            let process = &stood.record;
            for name in [&process.name, &process.code] {
                known.processes.insert(plain(name), process.id);
            }
        }
        known
    }

    pub(super) fn next_id<T: Id>(&mut self) -> T {
        self.ids.next()
    }

    fn learn(&mut self, department: &Department) {
        if !department.name.is_empty() {
            self.departments.insert(plain(&department.name), department.id);
        }
        self.codes.insert(plain(&department.code), department.id);
    }

    /// The post of that name.
    pub(super) fn known_post(&self, name: &str) -> Option<PostId> {
        self.posts.get(&plain(name)).copied()
    }

    /// The post of that name, created when there is none.
    pub(super) fn post(&mut self, name: &str) -> PostId {
        if let Some(known) = self.known_post(name) {
            return known;
        }
        let post = Post { id: self.ids.next(), name: name.to_string(), department: None, roles: Vec::new() };
        self.posts.insert(plain(name), post.id);
        let id = post.id;
        self.new_posts.push(post);
        id
    }

    /// The unit of that name or symbol, or of "symbol – name".
    pub(super) fn known_department(&self, text: &str) -> Option<DepartmentId> {
        let whole = plain(text);
        let found = self.codes.get(&whole).or_else(|| self.departments.get(&whole));
        found.copied().or_else(|| {
            let (code, name) = symbol_and_name(text)?;
            self.codes.get(&plain(code)).or_else(|| self.departments.get(&plain(name))).copied()
        })
    }

    /// The unit of that text, created when there is none.
    pub(super) fn department(&mut self, text: &str) -> DepartmentId {
        if let Some(known) = self.known_department(text) {
            return known;
        }
        let (code, name) = match symbol_and_name(text) {
            Some((code, name)) => (code.to_string(), name.to_string()),
            None if is_symbol(text) => (text.to_string(), text.to_string()),
            None => (self.free_symbol(text), text.to_string()),
        };
        let department = Department { id: self.ids.next(), code, name };
        self.learn(&department);
        let id = department.id;
        self.new_departments.push(department);
        id
    }

    /// The process of that name or symbol.
    pub(super) fn process(&self, text: &str) -> Option<ProcessId> {
        let found = self.processes.get(&plain(text)).copied();
        found.or_else(|| {
            let (code, name) = symbol_and_name(text)?;
            self.processes.get(&plain(code)).or_else(|| self.processes.get(&plain(name))).copied()
        })
    }

    /// The initials of a name, made different from every known symbol.
    fn free_symbol(&self, name: &str) -> String {
        let initials: String = name
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.chars().count() > 2)
            .filter_map(|word| word.chars().next())
            .flat_map(char::to_uppercase)
            .take(5)
            .collect();
        let stem = if initials.is_empty() { "K".to_string() } else { initials };
        if !self.codes.contains_key(&plain(&stem)) {
            return stem;
        }
        let numbered = (2_u32..).map(|number| format!("{stem}{number}"));
        numbered.into_iter().find(|code| !self.codes.contains_key(&plain(code))).unwrap_or(stem)
    }
}

/// "AB – Wydział Architektury" in its two parts.
fn symbol_and_name(text: &str) -> Option<(&str, &str)> {
    let (code, name) = [" – ", " - ", ": "].into_iter().find_map(|sign| text.split_once(sign))?;
    (is_symbol(code) && !name.trim().is_empty()).then(|| (code.trim(), name.trim()))
}

fn is_symbol(text: &str) -> bool {
    let text = text.trim();
    let short = (1..=8).contains(&text.chars().count());
    short && text.chars().all(|c| (c.is_alphanumeric() && !c.is_lowercase()) || matches!(c, '-' | '.' | '/'))
}
