import { expect, it } from "vitest";
import { readPasted } from "./DepartmentsEditor";

it("reads a pasted list of departments", () => {
  const rows = readPasted(
    "OR\tWydział Organizacyjny\nFN; Finanse\n\nAB – Architektura i Budownictwo\nBiuro bez symbolu\n",
  );
  expect(rows.map(({ code, name }) => [code, name])).toEqual([
    ["OR", "Wydział Organizacyjny"],
    ["FN", "Finanse"],
    ["AB", "Architektura i Budownictwo"],
    ["", "Biuro bez symbolu"],
  ]);
});
