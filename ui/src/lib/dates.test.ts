import { describe, expect, it } from "vitest";
import { formatDay, formatInstant, monthName, parseDay } from "./dates";

describe("parseDay", () => {
  it.each([
    ["24.12.2026", "2026-12-24"],
    ["05.03.2026", "2026-03-05"],
    ["5.3.2026", "2026-03-05"],
    ["2014-12-19", "2014-12-19"],
    ["29.02.2016", "2016-02-29"],
    ["19 Dec 2014", "2014-12-19"],
    [" 1 january 2015 ", "2015-01-01"],
  ])("reads %s", (text, day) => expect(parseDay(text)).toBe(day));

  it.each(["31.02.2026", "29.02.2015", "00.01.2015", "12.13.2015", "1.1.15", "24/12/2026", "19 Dek 2014", "jutro", ""])(
    "refuses %s",
    (text) => expect(parseDay(text)).toBeNull(),
  );

  it("reads back what it writes, in both languages", () => {
    for (const day of ["2013-01-31", "2015-09-01", "2016-02-29"]) {
      expect(parseDay(formatDay(day, "pl"))).toBe(day);
      expect(parseDay(formatDay(day, "en"))).toBe(day);
    }
  });
});

describe("formats", () => {
  it("writes days as each language does", () => {
    expect(formatDay("2014-12-09", "pl")).toBe("09.12.2014");
    expect(formatDay("2014-12-09", "en")).toBe("9 Dec 2014");
  });

  it("writes instants by the office's clock", () => {
    expect(formatInstant("2015-01-12T23:30:00Z", "pl")).toBe("13.01.2015 00:30");
    expect(formatInstant("2015-07-01T08:05:00Z", "en")).toBe("1 Jul 2015 10:05");
  });

  it("names months in the nominative", () => {
    expect(monthName(1, "pl", "long")).toBe("styczeń");
    expect(monthName(1, "en", "long")).toBe("January");
  });
});
