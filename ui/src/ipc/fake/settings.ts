import type { OfficeView } from "../bindings";
import { SETTINGS } from "./people";
import { SEED_UNITS } from "./seed";

/** The settings of the sample office. */
export function officeView(): OfficeView {
  return {
    revision: 1,
    name: "Starostwo Powiatowe (przykładowe)",
    edition: "2008",
    numberTemplate: "{TYP}/{NR}/{ROK}",
    nextNumbers: { DK: "DK/2/2015", DZ: "DZ/1/2015", DS: "DS/1/2015" },
    departments: SEED_UNITS.map(([code, name], index) => ({ id: `unit-${code}`, code, name, cases: index % 3 })),
    closedDays: [{ on: "2015-05-04", note: "za 3 maja" }],
    settings: SETTINGS,
    batches: [
      {
        id: "batch-0",
        file: "Rejestr 2013.xlsx",
        on: "2015-01-10",
        totals: { rows: 30, new: 27, changed: 0, unchanged: 0, drafts: 3 },
        undoable: true,
      },
    ],
  };
}
