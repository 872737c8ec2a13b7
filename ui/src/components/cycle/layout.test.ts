import { describe, expect, it } from "vitest";
import type { Day, TimelineMark } from "@/ipc/bindings";
import { months, type Named, offset, place, room, suspensions, type Timeline, years } from "./layout";

const mark = (on: Day, kind: TimelineMark["kind"] = "audit"): TimelineMark => ({ on, kind, label: "", planned: false });
const line = (marks: TimelineMark[]): Timeline => ({ from: "2013-02-28", to: "2016-02-27", marks, months: [] });
const named = (marks: TimelineMark[]): Named[] =>
  marks.map((one) => ({ mark: one, name: "Przegląd zarządzania (planowany)", day: "28.02.2013" }));

/** A cycle with a mark every few weeks: more than an office has. */
const BUSY = Array.from({ length: 24 }, (_, index) =>
  mark(new Date(Date.UTC(2013, 2, 1 + index * 45)).toISOString().slice(0, 10)),
);

describe("the labels on the line", () => {
  it.each([640, 900, 1000, 1500])("cover each other nowhere at %i pixels and stay inside", (width) => {
    const placed = place(named(BUSY), line(BUSY), width);
    const { middle, height } = room(placed);
    for (const [index, one] of placed.entries()) {
      expect(one.middle - one.width / 2).toBeGreaterThanOrEqual(0);
      expect(one.middle + one.width / 2).toBeLessThanOrEqual(width + 0.001);
      expect(middle + offset(one.lane)).toBeGreaterThan(12);
      expect(middle + offset(one.lane) + 16).toBeLessThan(height);
      for (const other of placed.slice(index + 1)) {
        const apartAcross = Math.abs(one.middle - other.middle) >= (one.width + other.width) / 2;
        const apartDown = Math.abs(offset(one.lane) - offset(other.lane)) >= 34;
        expect(apartAcross || apartDown, `${one.mark.on} and ${other.mark.on}`).toBe(true);
      }
    }
  });

  it("keep clear of the line itself", () => {
    // Names are 13 pixels high, dates stand 16 pixels under them, dots reach 7 pixels.
    for (const lane of [0, 1, 2, 3, 4, 5]) {
      const name = offset(lane);
      expect(name > 0 ? name - 13 : -(name + 16)).toBeGreaterThanOrEqual(9);
    }
  });
});

describe("a suspension on the line", () => {
  it("runs to the day it was lifted; one that stands runs to today", () => {
    const today = mark("2015-01-12", "today");
    const first = [mark("2013-06-01", "suspended"), mark("2013-09-01", "lifted")];
    const open = mark("2014-12-01", "suspended");
    const found = suspensions(line([today, open, ...first]), 1094);
    expect(found.map(({ from, to }) => [Math.round(from), Math.round(to)])).toEqual([
      [93, 185],
      [641, 683],
    ]);
  });
});

describe("the months under the line", () => {
  it("stand side by side and are cut at both ends", () => {
    const month = (day: Day) => ({ month: day, opened: 1, closed: 0, externalOpen: 0 });
    const timeline = { ...line([]), months: ["2013-02-01", "2013-03-01", "2013-04-01", "2016-02-01"].map(month) };
    const found = months(timeline, 1094);
    // Of February 2013 one day remains, too little to draw.
    expect(found.map(({ from, to }) => [Math.round(from), Math.round(to)])).toEqual([
      [1, 32],
      [32, 62],
      [1068, 1094],
    ]);
    expect(years(timeline, 1094).map(({ year, x }) => [year, Math.round(x)])).toEqual([
      ["2014", 307],
      ["2015", 672],
      ["2016", 1037],
    ]);
  });
});
