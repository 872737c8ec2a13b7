//! The checklist of the sample office on its day: what the sheet of the field expects, check by check, and why.

use capa_core::domain::change::RecordKind;
use capa_core::domain::confirmation::CheckResult::{self, Fail, NotApplicable, Ok, Unanswered, Warning};
use capa_core::domain::confirmation::Verdict;
use capa_core::domain::ids::CaseId;
use capa_core::domain::readiness::{Ground, Readiness, evaluate};
use capa_core::register::Register;
use capa_core::sample;
use capa_core::words::Lang;

use crate::sample::office;

/// What a check says of the sample office.
struct Expected {
    check: &'static str,
    result: CheckResult,
    /// The cases behind it, where they are the point.
    cases: Option<&'static [&'static str]>,
    /// The kind of record that the result rests on, beside cases, audits and the certificate.
    needs: Option<RecordKind>,
    /// Why this is to be expected.
    why: &'static str,
}

const fn says(check: &'static str, result: CheckResult, why: &'static str) -> Expected {
    Expected { check, result, cases: None, needs: None, why }
}

impl Expected {
    const fn of(mut self, cases: &'static [&'static str]) -> Self {
        self.cases = Some(cases);
        self
    }

    const fn needs(mut self, kind: RecordKind) -> Self {
        self.needs = Some(kind);
        self
    }
}

const EXPECTED: [Expected; 34] = [
    says("R01", Ok, "the report of surveillance 1 states two findings").of(&["DK/1/2014", "DS/1/2014"]),
    says("R02", Ok, "the minor of surveillance 1 is described").of(&["DK/1/2014"]),
    says("R03", NotApplicable, "no external major"),
    says("R04", Ok, "both external minors are closed as effective").of(&["DK/1/2013", "DK/1/2014"]),
    says("R05", Ok, "the answer was sent on 21.02.2014").of(&["DK/1/2014", "DS/1/2014"]),
    says("R06", Ok, "the opportunity for improvement was acted upon").of(&["DS/1/2014"]),
    says("R07", Fail, "due 28.11.2014 and 19.12.2014").of(&["DZ/2/2014", "DK/9/2014"]),
    says("R08", Ok, "every action has an owner and a date"),
    says("R09", Ok, "the analysis of DK/1/2015 is not due yet"),
    says("R10", Ok, "every done action has evidence"),
    says("R11", Fail, "the review was due on 31.12.2014").of(&["DK/6/2014"]),
    says("R12", Ok, "DK/5/2013 goes on in DK/2/2014").of(&["DK/5/2013", "DK/2/2014"]),
    says("R13", Warning, "P05, 8.2.3, within a year, linked").of(&["DK/5/2013", "DK/2/2014"]),
    says("R14", Ok, "three preventive actions in 2014").of(&["DZ/1/2014", "DZ/2/2014", "DZ/3/2014"]),
    says("R15", Ok, "judged by the Representative or the Coordinator"),
    says("R16", Ok, "numbers run without gaps"),
    says("R17", Ok, "the extension of DK/8/2014 has reason and approval").of(&["DK/8/2014"]),
    says("R18", Ok, "every process was audited in 2014, by an approved programme")
        .needs(RecordKind::AuditProgramme),
    says("R19", Fail, "a finding of an internal audit is overdue").of(&["DK/9/2014"]),
    says("R20", Unanswered, "people confirm it"),
    says("R21", Ok, "a management review was held in 2014").needs(RecordKind::Review),
    says("R22", Unanswered, "people compare with the minutes"),
    says("R23", Ok, "the justified complaint became DK/3/2014").needs(RecordKind::Complaint),
    says("R24", Ok, "complaints and motions were answered within the month").needs(RecordKind::Complaint),
    says("R25", Ok, "confirmed with the survey's report").needs(RecordKind::Confirmation),
    says("R26", Warning, "an objective of 2014 was missed and has no card")
        .of(&[])
        .needs(RecordKind::Objective),
    says("R27", Unanswered, "people confirm it for each process"),
    says("R28", Ok, "the programme of actions was monitored").needs(RecordKind::ActionProgramme),
    says("R29", Unanswered, "people confirm it"),
    says("R30", Ok, "confirmed against the register of appeals").needs(RecordKind::Confirmation),
    says("R31", Unanswered, "people confirm that trainings were assessed").needs(RecordKind::Confirmation),
    says("R32", Unanswered, "people confirm it"),
    says("R33", Unanswered, "people confirm it"),
    says("R34", Ok, "planned for 03.02.2015, recommended by 28.02.2015"),
];

/// What the sheet names, section 3.4. It may not drift away from the table above.
const OF_THE_SHEET: [(&str, CheckResult); 14] = [
    ("R02", Ok),
    ("R03", NotApplicable),
    ("R04", Ok),
    ("R05", Ok),
    ("R06", Ok),
    ("R07", Fail),
    ("R11", Fail),
    ("R12", Ok),
    ("R13", Warning),
    ("R14", Ok),
    ("R16", Ok),
    ("R17", Ok),
    ("R19", Fail),
    ("R34", Ok),
];

fn asked(book: &Register) -> Readiness<'_> {
    evaluate(&Ground::of(book, sample::as_of()))
}

fn holds(book: &Register, kind: RecordKind) -> bool {
    use capa_core::domain::book::Book;
    book.shelf(kind).next().is_some()
}

/// What a check says otherwise than expected.
fn differs(book: &Register, readiness: &Readiness<'_>, expected: &Expected) -> Option<String> {
    let found = readiness.checks.iter().find(|found| found.id == expected.check).unwrap();
    let number = |id: &CaseId| book.case(*id).unwrap().record.number.clone().unwrap();
    let numbers: Vec<String> = found.cases().iter().map(number).collect();
    let same = found.outcome.result == expected.result && expected.cases.is_none_or(|cases| numbers == cases);
    let told = || format!("{}, for {}: {numbers:?} {:?}", expected.check, expected.why, found.outcome);
    (!same).then(told)
}

#[test]
fn the_checklist_of_the_sample_office_is_as_expected() {
    for lang in [Lang::Pl, Lang::En] {
        let book = office(lang);
        let readiness = asked(&book);
        // A sample that tells of its year tells of all of it; one of cases and audits alone is asked about those.
        let tells = |expected: &&Expected| expected.needs.is_none_or(|kind| holds(&book, kind));
        let told = EXPECTED.iter().filter(|it| it.needs.is_some()).filter(tells).count();
        assert!(told == 0 || told == EXPECTED.iter().filter(|it| it.needs.is_some()).count(), "{told}");
        let wrong: Vec<String> =
            EXPECTED.iter().filter(tells).filter_map(|it| differs(&book, &readiness, it)).collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        assert_eq!(readiness.verdict, Verdict::NotReady);
        assert!(readiness.score < 90, "{}", readiness.score);
    }
}

#[test]
fn the_table_holds_what_the_sheet_names() {
    let checks: Vec<&str> = EXPECTED.iter().map(|it| it.check).collect();
    let catalogue: Vec<&str> = capa_core::domain::readiness::CATALOGUE.iter().map(|check| check.id).collect();
    assert_eq!(checks, catalogue);
    for (check, result) in OF_THE_SHEET {
        let expected = EXPECTED.iter().find(|it| it.check == check).unwrap();
        assert_eq!((expected.result, expected.needs), (result, None), "{check}");
    }
}
