import { describe, expect, test } from "vitest";
import { handIn } from "./hand-in.ts";
import { meant } from "./wall-clock.ts";

const chat = "WhatsApp Chat with Sam.txt";
const london = { zone: "Europe/London" };
const isoOf = (ms: number | undefined) => new Date(ms ?? Number.NaN).toISOString();

describe("the hour that the clock repeats or skips", () => {
  const cases: readonly (readonly [zone: string, line: string, wall: string, flag: string])[] = [
    ["Europe/London", "26/10/2025, 01:30 - Sam: hi", "2025-10-26T01:30", "time-twice"],
    ["Europe/London", "26/10/2025, 01:00 - Sam: hi", "2025-10-26T01:00", "time-twice"],
    ["Europe/London", "26/10/2025, 01:59 - Sam: hi", "2025-10-26T01:59", "time-twice"],
    ["Europe/London", "[26/10/2025, 01:30:15] Sam: hi", "2025-10-26T01:30:15", "time-twice"],
    ["America/New_York", "[11/2/25, 1:30:15\u202FAM] Sam: hi\r\n[11/13/25, 1:30:15\u202FAM] Sam: hi", "2025-11-02T01:30:15", "time-twice"],
    ["Europe/London", "29/03/2026, 01:30 - Sam: hi", "2026-03-29T01:30", "time-never"],
    ["Europe/London", "[29/03/2026, 01:30:15] Sam: hi", "2026-03-29T01:30:15", "time-never"],
    ["America/New_York", "3/8/26, 2:30 AM - Sam: hi\n3/18/26, 2:30 AM - Sam: hi", "2026-03-08T02:30", "time-never"],
  ];

  test.each(cases)("in %s, %s", async (zone, lines, wall, flag) => {
    const { acts } = await handIn({ [chat]: `${lines}\n` }, { zone });
    expect(acts[0]?.flags).toContain(flag);
    expect([isoOf(acts[0]?.when.earliest), isoOf(acts[0]?.when.latest)]).toEqual([
      isoOf(meant(wall, zone).earliest),
      isoOf(meant(wall, zone).latest),
    ]);
  });

  test.each([
    ["Europe/London", "26/10/2025, 00:59", "2025-10-26T00:59"],
    ["Europe/London", "26/10/2025, 02:00", "2025-10-26T02:00"],
    ["Europe/London", "29/03/2026, 00:59", "2026-03-29T00:59"],
    ["Europe/London", "29/03/2026, 02:00", "2026-03-29T02:00"],
  ])("in %s, %s is an ordinary minute beside it", async (zone, stamp, wall) => {
    const { acts } = await handIn({ [chat]: `${stamp} - Sam: hi\n` }, { zone });
    expect(acts[0]?.when).toMatchObject(meant(wall, zone));
    expect(acts[0]?.flags).toEqual([]);
  });

  test("the seeds of the page: half past one on 26 October 2025 was 00:30Z and 01:30Z", async () => {
    const { acts } = await handIn({ [chat]: "26/10/2025, 01:30 - Sam: a\n26/10/2025, 01:30 - Sam: b\n" }, london);
    for (const act of acts) {
      expect([isoOf(act.when.earliest), isoOf(act.when.latest)]).toEqual(["2025-10-26T00:30:00.000Z", "2025-10-26T01:30:59.999Z"]);
    }
    expect(acts).toHaveLength(2);
  });
});

test("nobody stated the zone: Europe/London, and each act says that it was assumed", async () => {
  const { acts } = await handIn({ [chat]: "24/07/2019, 19:05 - Sam: hi\n" });
  expect(acts[0]?.when).toMatchObject({ zone: "Europe/London", ...meant("2019-07-24T19:05") });
  expect(acts[0]?.flags).toContain("zone-assumed");
});

describe("the order of day and month", () => {
  const days = (acts: Awaited<ReturnType<typeof handIn>>["acts"]) => acts.map((act) => isoOf(act.when.earliest).slice(0, 10));

  test("the first of successive months with nothing else: day first, assumed aloud, the other reading beside it", async () => {
    const text = ["01/02/2025", "01/03/2025", "01/04/2025", "01/05/2025"].map((day) => `${day}, 12:00 - Sam: hi\n`).join("");
    const { acts } = await handIn({ [chat]: text }, london);
    expect(days(acts)).toEqual(["2025-02-01", "2025-03-01", "2025-04-01", "2025-05-01"]);
    for (const [i, act] of acts.entries()) {
      expect(act.flags).toContain("date-order-assumed");
      expect(act.when.or).toEqual([meant(`2025-01-0${i + 2}T12:00`)]);
    }
  });

  test("the person says the order: it is followed and nothing is assumed", async () => {
    const text = ["01/02/2025", "01/03/2025", "01/04/2025", "01/05/2025"].map((day) => `${day}, 12:00 - Sam: hi\n`).join("");
    const uk = await handIn({ [chat]: text }, { ...london, dateOrder: "dmy" });
    expect(days(uk.acts)).toEqual(["2025-02-01", "2025-03-01", "2025-04-01", "2025-05-01"]);
    const us = await handIn({ [chat]: text }, { ...london, dateOrder: "mdy" });
    expect(days(us.acts)).toEqual(["2025-01-02", "2025-01-03", "2025-01-04", "2025-01-05"]);
    for (const act of [...uk.acts, ...us.acts]) {
      expect(act.flags).not.toContain("date-order-assumed");
      expect(act.when.or).toBeUndefined();
    }
    expect(us.acts.map((act) => act.id)).toEqual(uk.acts.map((act) => act.id));
  });

  test("a plain date at the end decides for the whole file, both ways", async () => {
    const dmy = await handIn(
      { [chat]: "01/02/2025, 12:00 - Sam: a\n02/03/2025, 12:00 - Sam: b\n25/03/2025, 12:00 - Sam: c\n26/03/2025, 12:00 - Sam: d\n" },
      london,
    );
    expect(days(dmy.acts)).toEqual(["2025-02-01", "2025-03-02", "2025-03-25", "2025-03-26"]);
    const mdy = await handIn(
      { [chat]: "1/2/25, 12:00 PM - Sam: a\n2/3/25, 12:00 PM - Sam: b\n3/25/25, 12:00 PM - Sam: c\n3/26/25, 12:00 PM - Sam: d\n" },
      london,
    );
    expect(days(mdy.acts)).toEqual(["2025-01-02", "2025-02-03", "2025-03-25", "2025-03-26"]);
    for (const act of [...dmy.acts, ...mdy.acts]) {
      expect(act.flags).not.toContain("date-order-assumed");
      expect(act.when.or).toBeUndefined();
    }
  });

  test("evidence in the file outranks what the person said", async () => {
    const { acts } = await handIn(
      { [chat]: "1/2/25, 12:00 - Sam: a\n2/3/25, 12:00 - Sam: b\n3/25/25, 12:00 - Sam: c\n3/26/25, 12:00 - Sam: d\n" },
      { ...london, dateOrder: "dmy" },
    );
    expect(days(acts)).toEqual(["2025-01-02", "2025-02-03", "2025-03-25", "2025-03-26"]);
  });

  test("a file that would run backwards day first runs month first", async () => {
    const stamps = ["1/10/25", "1/11/25", "1/12/25", "2/1/25", "2/2/25", "2/3/25", "3/1/25", "3/2/25"];
    const { acts } = await handIn({ [chat]: stamps.map((day) => `${day}, 12:00 - Sam: x\n`).join("") }, london);
    expect(days(acts)).toEqual([
      "2025-01-10",
      "2025-01-11",
      "2025-01-12",
      "2025-02-01",
      "2025-02-02",
      "2025-02-03",
      "2025-03-01",
      "2025-03-02",
    ]);
  });

  test("two makes of header in one file each have their own order", async () => {
    const text = "6/30/23, 4:13 PM - Sam: a\n7/1/23, 4:14 PM - Sam: b\n01/07/2023, 16:15 - Sam: c\n30/7/2023, 16:16 - Sam: d\n";
    const { acts } = await handIn({ [chat]: text }, london);
    expect(days(acts)).toEqual(["2023-06-30", "2023-07-01", "2023-07-01", "2023-07-30"]);
  });

  test("the same day and month leaves nothing to assume", async () => {
    const { acts } = await handIn({ [chat]: "05/05/2025, 12:00 - Sam: a\n" }, london);
    expect(acts[0]?.when.or).toBeUndefined();
    expect(days(acts)).toEqual(["2025-05-05"]);
  });
});

test("far dates are kept and said to be far", async () => {
  const { acts } = await handIn(
    { [chat]: "24/07/2019, 19:05 - Sam: a\n24/07/2516, 19:05 - Sam: b\n25/07/2019, 19:05 - Sam: c\n" },
    { ...london, now: "2020-01-01T00:00:00Z" },
  );
  expect(acts.filter((act) => act.flags.includes("far-date")).map((act) => act.text)).toEqual(["b"]);
});
