import { describe, expect, it } from "vitest";
import { formatFigure, formatScore, parseScore } from "./numbers";

describe("a score in hundredths", () => {
  it.each([
    ["4,3", 430],
    ["4.30", 430],
    ["4,05", 405],
    [" 5 ", 500],
    ["100", 10_000],
    ["", null],
    ["4,", null],
    ["4,301", null],
    ["-1", null],
    ["cztery", null],
  ])("is read from '%s'", (text, score) => expect(parseScore(text)).toBe(score));

  it("is written with the mark of the language", () => {
    expect([formatScore(430, "pl"), formatScore(405, "en")]).toEqual(["4,30", "4.05"]);
  });
});

describe("a figure", () => {
  it("has at most one decimal, in the language", () => {
    expect([formatFigure(33.46, "pl"), formatFigure(33.46, "en"), formatFigure(30, "pl")]).toEqual([
      "33,5",
      "33.5",
      "30",
    ]);
  });
});
