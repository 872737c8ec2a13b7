import { describe, expect, it } from "vitest";
import { EMPTY_FILTER, filterOfSearch, readRegisterSearch, searchOfFilter } from "./filters";

describe("the register's address", () => {
  it("says only what narrows the list", () => {
    expect(searchOfFilter(EMPTY_FILTER)).toEqual({});
    expect(searchOfFilter({ ...EMPTY_FILTER, overdue: true, kinds: ["DK"] })).toEqual({ overdue: true, kinds: ["DK"] });
  });

  it("gives back the filter it was made from", () => {
    const filter = { ...EMPTY_FILTER, text: "plan", year: 2014, statuses: ["draft" as const], dueWithinDays: 14 };
    expect(filterOfSearch(readRegisterSearch({ ...searchOfFilter(filter) }))).toEqual(filter);
  });

  it("drops what is written wrongly and keeps the rest", () => {
    expect(
      readRegisterSearch({ kinds: '["DK"', year: "2014", overdue: true, sort: "colour", desc: true, late: 7 }),
    ).toEqual({ overdue: true, desc: true });
  });

  it("takes a number typed as text for text", () => {
    expect(readRegisterSearch({ text: 2014 })).toEqual({ text: "2014" });
  });
});
