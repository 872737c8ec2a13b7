// A register as a county office keeps it in Excel: a title over merged cells, a blank line, dates of every sort.
import { writeWorkbook } from "./workbook.mjs";

const day = (year, month, date) => new Date(Date.UTC(year, month - 1, date));

const HEADER = ["Nr karty", "Data zgłoszenia", "Opis niezgodności", "Działanie", "Odpowiedzialny", "Termin realizacji"];

const ROWS = [
  [
    "DK/1/2024",
    day(2024, 1, 15),
    "Brak podpisu na karcie przeglądu sprzętu",
    "Uzupełnić podpisy",
    "Naczelnik Wydziału Organizacyjnego",
    day(2024, 2, 29),
  ],
  [
    "DK/2/2024",
    "05.03.2024",
    "Nieaktualny wykaz upoważnień w biurze obsługi klienta",
    "Wymienić wykaz",
    "Kierownik Biura Obsługi Klienta",
    "5.4.24",
  ],
  [
    "DZ/1/2024",
    "2024-04-10",
    "Ryzyko utraty terminów po zmianie programu kancelaryjnego",
    "Szkolenie pracowników",
    "Sekretarz Powiatu",
    "2024-06-28",
  ],
  [
    "DK/3/2024",
    day(2024, 9, 2),
    "Skarga na długie oczekiwanie przy rejestracji pojazdów",
    "Drugie stanowisko w godzinach szczytu",
    null,
    day(2024, 10, 31),
  ],
];

/** Writes the workbook; `complete` names the rows that lack nothing. */
export async function officeRegister(path) {
  const title = "Rejestr działań korygujących i zapobiegawczych – rok 2024";
  await writeWorkbook(path, {
    sheet: "Rejestr 2024",
    rows: [[title], ["Starostwo Powiatowe"], [], HEADER, ROWS[0], ROWS[1], [], ROWS[2], ROWS[3]],
    merged: ["A1:F1", "A2:F2"],
  });
  return { rows: ROWS.length, complete: ROWS.filter((row) => !row.includes(null)).map(([number]) => number) };
}
