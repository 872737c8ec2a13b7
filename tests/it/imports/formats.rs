//! Every kind of file gives the same register.

use std::path::PathBuf;

use capa_core::domain::case::CaseStatus;
use capa_core::import::{self, Mapping, Options, Plan};
use capa_core::register::Register;
use capa_core::sheet;

use super::{case_of, day, planned};

fn fixture(name: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/registers").join(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn holds_the_register_of_2014(plan: &Plan) {
    let seen: Vec<(&str, CaseStatus)> = plan
        .rows
        .iter()
        .map(|row| (row.case.number.as_deref().unwrap_or_default(), row.case.status))
        .collect();
    let wanted = [
        ("DK/1/2014", CaseStatus::ClosedImported),
        ("DK/2/2014", CaseStatus::InProgress),
        ("DZ/1/2014", CaseStatus::Registered),
        ("DS/1/2014", CaseStatus::InProgress),
    ];
    assert_eq!(seen, wanted);
    let first = case_of(plan, "DK/1/2014");
    assert_eq!(first.reported_on, Some(day("2014-01-20")));
    assert_eq!(first.actions[0].due_on, Some(day("2014-03-31")));
    assert_eq!(first.closure.as_ref().unwrap().on, day("2014-04-30"));
    assert_eq!(first.title, "Pismo wysłane bez podpisu osoby upoważnionej");
    let others: Vec<&str> = plan.problems.iter().map(|problem| problem.kind.as_str()).collect();
    assert_eq!(others, ["not_a_row"], "the signature");
}

#[test]
fn an_old_excel_workbook() {
    holds_the_register_of_2014(&planned(&Register::default(), &fixture("rejestr-2014.xls")));
}

#[test]
fn an_opendocument_spreadsheet() {
    holds_the_register_of_2014(&planned(&Register::default(), &fixture("rejestr-2014.ods")));
}

const ROWS: [[&str; 5]; 4] = [
    ["Nr karty", "Opis niezgodności", "Odpowiedzialny", "Termin", "Status"],
    [
        "DK/1/2014",
        "Źle złożony wniosek; brak pieczęci",
        "Naczelnik Wydziału Środowiska",
        "31.03.2014",
        "nowa",
    ],
    ["", "", "", "", ""],
    ["DZ/1/2014", "Zażółć, gęślą\njaźń", "Śniadecka, geodeta", "30.06.2014", "zamknięta"],
];

fn separated(separator: char, line_end: &str) -> String {
    let quoted = |cell: &str| {
        let needs = cell.contains([separator, '\n', '"']);
        if needs { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_string() }
    };
    let lines = ROWS.map(|row| row.map(quoted).join(&separator.to_string()));
    lines.join(line_end) + line_end
}

fn windows_1250(text: &str) -> Vec<u8> {
    let pairs = [
        ('Ź', 0x8f),
        ('ź', 0x9f),
        ('ż', 0xbf),
        ('ó', 0xf3),
        ('ł', 0xb3),
        ('ć', 0xe6),
        ('ę', 0xea),
        ('ś', 0x9c),
        ('Ś', 0x8c),
        ('ą', 0xb9),
        ('ń', 0xf1),
    ];
    let byte = |c: char| {
        pairs.iter().find(|pair| pair.0 == c).map_or_else(|| u8::try_from(c).unwrap(), |pair| pair.1)
    };
    text.chars().map(byte).collect()
}

#[test]
fn separated_values_in_every_encoding_and_separator() {
    for separator in [';', ',', '\t'] {
        for line_end in ["\r\n", "\n"] {
            let text = separated(separator, line_end);
            let utf16 = |text: &str| {
                "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
            };
            let encoded: [Vec<u8>; 4] = [
                text.clone().into_bytes(),
                format!("\u{feff}{text}").into_bytes(),
                windows_1250(&text),
                utf16(&text),
            ];
            for bytes in encoded {
                let plan = planned(&Register::default(), &bytes);
                assert_eq!((plan.totals.new, plan.totals.drafts), (2, 0), "{separator:?}");
                assert_eq!(plan.rows.iter().map(|row| row.row).collect::<Vec<_>>(), [2, 4]);
                assert_eq!(case_of(&plan, "DK/1/2014").title, "Źle złożony wniosek; brak pieczęci");
                assert_eq!(case_of(&plan, "DZ/1/2014").title, "Zażółć, gęślą\njaźń");
                assert_eq!(plan.new_posts[1].name, "Śniadecka, geodeta");
            }
        }
    }
}

#[test]
fn the_user_corrects_a_guess() {
    let text = "Sygn.;Co się stało;Referat;Do kiedy ma być;Faza\nDK/1/2014;Opóźnienie;OR;31.03.2014;nowa\n";
    let workbook = sheet::read_guarded(text.as_bytes()).unwrap();
    let plan =
        |mapping| import::plan(&Register::default(), &workbook, &Options { mapping, ..Options::default() });
    assert_eq!(plan(Mapping::default()).unwrap_err().code(), "not_a_register");
    let chosen = r#"{"headers": {"sygn": "number", "Co się stało": "finding", "Referat": "owner",
        "Do kiedy ma być": "due", "Faza": null}}"#;
    let plan = plan(serde_json::from_str(chosen).unwrap()).unwrap();
    let case = case_of(&plan, "DK/1/2014");
    assert_eq!((case.title.as_str(), case.target_on), ("Opóźnienie", Some(day("2014-03-31"))));
    assert_eq!(case.status, CaseStatus::Registered);
}

#[test]
fn a_sheet_is_chosen_by_name_and_a_missing_one_refused() {
    let workbook = sheet::read_guarded(&super::polish::register_file()).unwrap();
    let code = |name: &str| {
        let options = Options { sheet: Some(name.into()), ..Options::default() };
        import::plan(&Register::default(), &workbook, &options)
            .map(|plan| plan.sheet)
            .map_err(|error| error.code())
    };
    assert_eq!(code("Rejestr"), Ok("Rejestr".into()));
    assert_eq!(code("Okładka"), Err("not_a_register"));
    assert_eq!(code("Arkusz9"), Err("sheet_missing"));
}

#[test]
fn lists_that_are_no_register_are_refused_whole() {
    for text in [
        "Nazwa;Numer\nDrukarka;12\nSkaner;13\n",
        "Imię;Nazwisko;Telefon\nJan;Nowak;123\n",
        "Opis;Cena\nKrzesło;120\n",
        "Nr;Opis;Cena\n1;Krzesło;120\n",
        "Number,Description,Price\n1,Chair,120\n",
        "Tytuł;Autor;Status\nKsięga;Nowak;nowa\n",
        "jeden\ndwa\n",
    ] {
        let workbook = sheet::read_guarded(text.as_bytes()).unwrap();
        let refused = import::plan(&Register::default(), &workbook, &Options::default()).unwrap_err();
        assert_eq!(refused.code(), "not_a_register", "{text}");
    }
}
