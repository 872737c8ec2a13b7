//! The columns of a register, and how they are recognised by their headers in Polish and English.

use serde::{Deserialize, Serialize};

use super::text::plain;

/// What a column of a register holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// Running number of the row; tells nothing about the case.
    Ordinal,
    /// Number or reference of the case.
    Number,
    /// The identity that this app writes into its own exports.
    Identity,
    /// Day of registration.
    RegisteredOn,
    /// Day of the report.
    ReportedOn,
    /// Who reported it.
    ReportedBy,
    /// Corrective, preventive or improvement.
    Kind,
    /// Where it came from.
    Source,
    /// Document it came with.
    SourceDocument,
    /// The office's own file reference (znak sprawy).
    FileReference,
    /// Process.
    Process,
    /// Unit.
    Department,
    /// Process and unit in one column.
    ProcessOrDepartment,
    /// Clause of the standard.
    Clause,
    /// Title.
    Title,
    /// Description of the finding.
    Finding,
    /// The auditor's grade.
    Grade,
    /// Cause.
    Cause,
    /// Correction.
    Correction,
    /// Action.
    Action,
    /// Who is responsible.
    Owner,
    /// Due date, or the original and the current one in a cell.
    Due,
    /// First agreed due date.
    OriginalDue,
    /// Due date in force.
    CurrentDue,
    /// Day it was done.
    DoneOn,
    /// Day until which the effectiveness is reviewed.
    ReviewDue,
    /// Result of the review of effectiveness.
    ReviewResult,
    /// Day of closing.
    ClosedOn,
    /// Status.
    Status,
    /// Remarks.
    Remarks,
}

impl Field {
    /// All fields, in the order of a register.
    pub const ALL: [Self; 30] = [
        Self::Ordinal,
        Self::Number,
        Self::Identity,
        Self::RegisteredOn,
        Self::ReportedOn,
        Self::ReportedBy,
        Self::Kind,
        Self::Source,
        Self::SourceDocument,
        Self::FileReference,
        Self::Process,
        Self::Department,
        Self::ProcessOrDepartment,
        Self::Clause,
        Self::Title,
        Self::Finding,
        Self::Grade,
        Self::Cause,
        Self::Correction,
        Self::Action,
        Self::Owner,
        Self::Due,
        Self::OriginalDue,
        Self::CurrentDue,
        Self::DoneOn,
        Self::ReviewDue,
        Self::ReviewResult,
        Self::ClosedOn,
        Self::Status,
        Self::Remarks,
    ];

    /// The stable name, as it stands in a mapping and beside the original text of a cell.
    pub fn code(self) -> &'static str {
        match self {
            Self::Ordinal => "ordinal",
            Self::Number => "number",
            Self::Identity => "identity",
            Self::RegisteredOn => "registered_on",
            Self::ReportedOn => "reported_on",
            Self::ReportedBy => "reported_by",
            Self::Kind => "kind",
            Self::Source => "source",
            Self::SourceDocument => "source_document",
            Self::FileReference => "file_reference",
            Self::Process => "process",
            Self::Department => "department",
            Self::ProcessOrDepartment => "process_or_department",
            Self::Clause => "clause",
            Self::Title => "title",
            Self::Finding => "finding",
            Self::Grade => "grade",
            Self::Cause => "cause",
            Self::Correction => "correction",
            Self::Action => "action",
            Self::Owner => "owner",
            Self::Due => "due",
            Self::OriginalDue => "original_due",
            Self::CurrentDue => "current_due",
            Self::DoneOn => "done_on",
            Self::ReviewDue => "review_due",
            Self::ReviewResult => "review_result",
            Self::ClosedOn => "closed_on",
            Self::Status => "status",
            Self::Remarks => "remarks",
        }
    }

    /// The field of that stable name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.code() == code)
    }
}

/// How sure a recognition is: of two columns for one field the surer one wins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sure {
    /// A word that can mean something else.
    Perhaps,
    /// A usual header.
    Yes,
}

const LONGEST_HEADER: usize = 120;
const MOST_WORDS: usize = 14;

/// A header broken into plain words.
pub(super) struct Header {
    text: String,
    words: Vec<String>,
}

impl Header {
    pub(super) fn of(text: &str) -> Option<Self> {
        if text.chars().count() > LONGEST_HEADER {
            return None;
        }
        let text = plain(text);
        let words: Vec<String> = text.split(' ').map(str::to_string).collect();
        let readable = text.chars().any(char::is_alphabetic) && words.len() <= MOST_WORDS;
        readable.then_some(Self { text, words })
    }

    /// Whether one of the words begins so.
    pub(super) fn has(&self, beginnings: &[&str]) -> bool {
        self.words.iter().any(|word| beginnings.iter().any(|wanted| word.starts_with(wanted)))
    }

    /// Whether one of the words is exactly that.
    fn word(&self, wanted: &[&str]) -> bool {
        self.words.iter().any(|word| wanted.contains(&word.as_str()))
    }

    /// Whether the whole header is exactly that.
    pub(super) fn is(&self, wanted: &[&str]) -> bool {
        wanted.contains(&self.text.as_str())
    }

    /// Place of the first word that begins so.
    fn place(&self, beginnings: &[&str]) -> Option<usize> {
        self.words.iter().position(|word| beginnings.iter().any(|wanted| word.starts_with(wanted)))
    }
}

/// The field that a header names. The order matters: "termin oceny skuteczności" is no due date of an action,
/// "odpowiedzialny za działanie" no action.
pub(super) fn recognise(header: &str) -> Option<(Field, Sure)> {
    let header = Header::of(header)?;
    if header.text.contains("po terminie") || header.has(&["overdue"]) || header.word(&["dni", "days"]) {
        return None;
    }
    identity(&header)
        .or_else(|| people(&header))
        .or_else(|| course(&header))
        .or_else(|| dates(&header))
        .or_else(|| place(&header))
        .or_else(|| content(&header))
}

fn identity(header: &Header) -> Option<(Field, Sure)> {
    if header.is(&["lp", "l p", "poz", "pozycja", "item"]) {
        return Some((Field::Ordinal, Sure::Yes));
    }
    if header.is(&["identyfikator", "identifier"]) {
        return Some((Field::Identity, Sure::Yes));
    }
    if header.text.contains("znak sprawy") || header.text.contains("file reference") {
        return Some((Field::FileReference, Sure::Yes));
    }
    if header.has(&["dokument", "document"]) && header.has(&["zrodl", "sourc", "nr", "numer", "no"]) {
        return Some((Field::SourceDocument, Sure::Yes));
    }
    if header.is(&["nr", "no", "numer", "number", "id"]) {
        return Some((Field::Number, Sure::Perhaps));
    }
    let named = header.word(&["nr", "no", "numer", "number", "num", "ref", "reference", "id", "sygnatura"]);
    let other = header
        .has(&["punkt", "pkt", "norm", "claus", "telefon", "phone", "report", "raport", "protok"])
        || (header.has(&["audit", "audyt"]) && !header.has(&["find", "ustal", "niezgodn"]));
    if named && !other {
        let weak = header.has(&["rejestr", "wpis"]) && !header.has(&["kart"]);
        return Some((Field::Number, if weak { Sure::Perhaps } else { Sure::Yes }));
    }
    None
}

fn people(header: &Header) -> Option<(Field, Sure)> {
    if header.word(&["status", "stan", "state"]) {
        return Some((Field::Status, Sure::Yes));
    }
    let dated = header.has(&["data", "date", "termin"]);
    if !dated
        && (header.has(&["zglaszaj", "zglosi"])
            || header.text.contains("reported by")
            || header.text.contains("raised by"))
    {
        return Some((Field::ReportedBy, Sure::Yes));
    }
    if header.has(&["odpowiedzialn", "wykonawc", "realizuj", "realizator", "responsib", "owner", "assign"])
        || header.text.contains("person in charge")
    {
        let weak = header.has(&["komork", "wydzial", "proces", "department"]);
        return Some((Field::Owner, if weak { Sure::Perhaps } else { Sure::Yes }));
    }
    if header.has(&["wlasciciel"]) || header.is(&["osoba", "kto", "who"]) {
        return Some((Field::Owner, Sure::Perhaps));
    }
    None
}

/// The later life of a case: review and closing.
fn course(header: &Header) -> Option<(Field, Sure)> {
    let review = header.has(&["skuteczn", "effectiv"]) || header.has(&["ocen"]) || header.word(&["review"]);
    if review && !header.has(&["kryteri", "criteri", "dzialan", "action"]) {
        let dated = header.has(&["termin", "data", "date", "due", "deadline", "kiedy"]);
        let told = header.has(&["skuteczn", "effectiv", "wynik", "result", "ocen"]);
        return match (dated, told) {
            (true, _) => Some((Field::ReviewDue, Sure::Yes)),
            (false, true) => Some((Field::ReviewResult, Sure::Yes)),
            (false, false) => None,
        };
    }
    if header.has(&["zamkni", "closed", "closing", "closur", "close"]) {
        return Some((Field::ClosedOn, Sure::Yes));
    }
    if header.has(&["zakoncz"]) {
        return Some((Field::ClosedOn, Sure::Perhaps));
    }
    None
}

fn dates(header: &Header) -> Option<(Field, Sure)> {
    let dated = header.word(&["data", "daty", "date", "dates", "dzien", "on", "day", "kiedy"]);
    let planned = header.has(&["planow", "planned", "target", "expect", "anticip", "przewidyw", "oczekiw"]);
    let limit = header.has(&["termin", "deadline"])
        || header.word(&["due"])
        || header.is(&["by when", "do kiedy"])
        || (dated && planned);
    if limit && !header.has(&["odpowiedzi", "answer", "zglosz"]) {
        let original = header.has(&["pierwotn", "original", "initial"]);
        let current =
            header.has(&["aktualn", "obecn", "current", "revis", "przedluz", "zmien", "now", "extend"]);
        return Some(match (original, current) {
            (true, false) => (Field::OriginalDue, Sure::Yes),
            (false, true) => (Field::CurrentDue, Sure::Yes),
            (true, true) | (false, false) => (Field::Due, Sure::Yes),
        });
    }
    if header.has(&["rejestrac", "registr", "registered", "ewidenc"])
        || (dated && header.has(&["wpis", "enter"]))
    {
        return Some((Field::RegisteredOn, Sure::Yes));
    }
    let reported = header.has(&[
        "zglosz", "report", "raised", "stwierdz", "wykry", "ujawn", "issued", "identif", "detect", "open",
        "otwar", "wszcz",
    ]);
    if dated && reported {
        return Some((Field::ReportedOn, Sure::Yes));
    }
    if header.is(&["wykonano", "zrealizowano", "done", "done on", "completed"])
        || header.text.contains("date implemented")
    {
        return Some((Field::DoneOn, Sure::Yes));
    }
    if dated && header.has(&["wykonan", "zrealizow", "done", "actual"]) {
        return Some((Field::DoneOn, Sure::Yes));
    }
    if dated && header.has(&["realizac", "wdroz", "complet", "implement"]) {
        return Some((Field::DoneOn, Sure::Perhaps));
    }
    if header.is(&["data", "date"]) {
        return Some((Field::ReportedOn, Sure::Perhaps));
    }
    None
}

fn place(header: &Header) -> Option<(Field, Sure)> {
    let finding = header.has(&["niezgodn", "nonconform", "find"]);
    if header.word(&["rodzaj", "typ", "type", "kind"]) {
        return Some(if finding { (Field::Grade, Sure::Perhaps) } else { (Field::Kind, Sure::Yes) });
    }
    if header.has(&["kategori", "categor", "grade", "severit", "klasyfik", "classif"]) || header.is(&["waga"])
    {
        return Some((Field::Grade, Sure::Yes));
    }
    if header.has(&["zrodl", "sourc", "origin"]) {
        return Some((Field::Source, Sure::Yes));
    }
    if header.has(&["claus"]) || header.word(&["punkt", "pkt"]) || header.has(&["norm"]) {
        return Some((Field::Clause, Sure::Yes));
    }
    let process = header.has(&["proces"]);
    let unit = header.has(&["komork", "wydzial", "department", "unit", "jednostk", "obszar", "area"])
        || header.word(&["dzial", "biuro", "section"]);
    match (process, unit) {
        (true, true) => Some((Field::ProcessOrDepartment, Sure::Yes)),
        (true, false) => Some((Field::Process, Sure::Yes)),
        (false, true) => Some((Field::Department, Sure::Yes)),
        (false, false) => None,
    }
}

fn content(header: &Header) -> Option<(Field, Sure)> {
    if header.has(&["korekcj", "korekt", "containment"])
        || header.word(&["correction", "corrections"])
        || header.text.contains("natychmiastow")
        || header.text.contains("immediate action")
    {
        return Some((Field::Correction, Sure::Yes));
    }
    if header.has(&["przyczyn", "cause"]) {
        return Some((Field::Cause, Sure::Yes));
    }
    if header.has(&["uwag", "remark", "comment", "notes", "komentarz", "adnotac"]) {
        return Some((Field::Remarks, Sure::Yes));
    }
    if header.word(&["tytul", "title", "temat", "subject"]) {
        return Some((Field::Title, Sure::Yes));
    }
    if header.is(&["nazwa", "name", "summary"]) {
        return Some((Field::Title, Sure::Perhaps));
    }
    let action = header.place(&["dzialan", "action", "correctiv", "zadani", "srodk"]);
    let finding = header.place(&[
        "niezgodn",
        "stwierdz",
        "spostrzez",
        "finding",
        "nonconform",
        "ustaleni",
        "uchybie",
        "problem",
        "issue",
        "observation",
        "zagroz",
        "ryzyk",
        "risk",
        "deficienc",
    ]);
    match (action, finding) {
        (Some(action), Some(finding)) if action < finding => Some((Field::Action, Sure::Yes)),
        (_, Some(_)) => Some((Field::Finding, Sure::Yes)),
        (Some(_), None) => Some((Field::Action, Sure::Yes)),
        (None, None) if header.has(&["opis", "tresc", "descript"]) => Some((Field::Finding, Sure::Perhaps)),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_of_polish_registers_are_recognised() {
        let pairs = [
            ("Lp.", Field::Ordinal),
            ("Nr karty", Field::Number),
            ("Numer działania", Field::Number),
            ("Data rejestracji", Field::RegisteredOn),
            ("Data zgłoszenia", Field::ReportedOn),
            ("Rodzaj (DK/DZ/DS)", Field::Kind),
            ("Źródło", Field::Source),
            ("Proces / komórka", Field::ProcessOrDepartment),
            ("Komórka organizacyjna", Field::Department),
            ("Punkt normy", Field::Clause),
            ("Opis niezgodności (skrót)", Field::Finding),
            ("Stwierdzenie niezgodności / potencjalnej niezgodności", Field::Finding),
            ("Kategoria", Field::Grade),
            ("Przyczyna (skrót)", Field::Cause),
            ("Korekcja", Field::Correction),
            ("Działanie (skrót)", Field::Action),
            ("Opis działania korygującego", Field::Action),
            ("Odpowiedzialny za działanie", Field::Owner),
            ("Termin (pierwotny / aktualny)", Field::Due),
            ("Termin realizacji", Field::Due),
            ("Termin pierwotny", Field::OriginalDue),
            ("Termin aktualny", Field::CurrentDue),
            ("Data wykonania", Field::DoneOn),
            ("Termin oceny skuteczności", Field::ReviewDue),
            ("Wynik oceny", Field::ReviewResult),
            ("Data zamknięcia", Field::ClosedOn),
            ("Status", Field::Status),
            ("Stan realizacji", Field::Status),
            ("Uwagi", Field::Remarks),
            ("Znak sprawy", Field::FileReference),
        ];
        for (header, field) in pairs {
            assert_eq!(recognise(header).map(|found| found.0), Some(field), "{header}");
        }
    }

    #[test]
    fn headers_of_english_registers_are_recognised() {
        let pairs = [
            ("Audit Finding Reference Number", Field::Number),
            ("Text of the Audit Finding", Field::Finding),
            ("Planned Corrective Action", Field::Action),
            ("Finding Ref Number", Field::Number),
            ("Nonconformity", Field::Finding),
            ("Description", Field::Finding),
            ("Root cause", Field::Cause),
            ("Responsible person", Field::Owner),
            ("Action owner", Field::Owner),
            ("Due date", Field::Due),
            ("Target date", Field::Due),
            ("Date closed", Field::ClosedOn),
            ("Effectiveness review due", Field::ReviewDue),
            ("Remarks", Field::Remarks),
            ("Type", Field::Kind),
            ("Identifier", Field::Identity),
        ];
        for (header, field) in pairs {
            assert_eq!(recognise(header).map(|found| found.0), Some(field), "{header}");
        }
    }

    #[test]
    fn other_headers_stay_unknown() {
        for header in
            ["Did Text Contain a Chart or Table?", "Po terminie", "Overdue", "2014", "", "Cena", "Telefon"]
        {
            assert_eq!(recognise(header), None, "{header}");
        }
    }

    #[test]
    fn codes_lead_back_to_their_fields() {
        for field in Field::ALL {
            assert_eq!(Field::from_code(field.code()), Some(field));
        }
    }
}
