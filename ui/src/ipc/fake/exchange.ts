import type { ImportPlan } from "../bindings";
import { caseOf } from "./cases";

/** What an import of any file would do. */
export function planOf(path: string, sheet: string | null): ImportPlan {
  return {
    token: "plan-1",
    file: path.split("/").at(-1) ?? path,
    sheets: ["Rejestr", "Słownik"],
    sheet: sheet ?? "Rejestr",
    headerRow: 4,
    columns: [
      { column: 0, header: "Lp.", samples: ["1", "2", "3"], field: null },
      { column: 1, header: "Nr karty", samples: ["DK/1/2014", "DK/2/2014"], field: "number" },
      { column: 2, header: "Opis niezgodności", samples: ["Brak podpisu na wniosku"], field: "finding" },
      { column: 3, header: "Odpowiedzialny", samples: ["Naczelnik OR"], field: "owner" },
      { column: 4, header: "Termin", samples: ["31.03.2014", "luty 2014"], field: "due" },
    ],
    totals: { rows: 30, new: 27, changed: 0, unchanged: 0, drafts: 3 },
    rows: [
      caseOf("DK/1/2014", "Brak podpisu na wniosku", "in_progress"),
      caseOf(null, "Nieczytelna pieczęć", "draft"),
    ].map(({ view: { row } }, index) => ({
      row: 5 + index,
      outcome: row.number === null ? ("draft" as const) : ("new" as const),
      number: row.number,
      title: row.title,
      owner: row.owner,
      dueOn: row.dueOn,
      status: row.status,
    })),
    problems: [
      { row: 6, column: "Nr karty", kind: "missing_number", text: "" },
      { row: 9, column: "Termin", kind: "bad_date", text: "luty 2014" },
      { row: 35, column: "", kind: "not_a_row", text: "Sporządził: Pełnomocnik ds. SZJ" },
    ],
    problemsTotal: 3,
    newDepartments: ["OR", "GG"],
    newPosts: ["Naczelnik OR"],
  };
}
