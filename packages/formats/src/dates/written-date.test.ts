import fc from "fast-check";
import { expect, test } from "vitest";
import { createDateOrderEvidence, dayInOrder, readDay } from "./date-order.ts";
import type { DateOrder } from "@unmask/core";
import { scanStamp } from "./written-date.ts";

const seed = 20_260_301;

function read(text: string, order: DateOrder = "dmy"): string | undefined {
  const stamp = scanStamp(text, 0);
  const day = stamp && dayInOrder(stamp.date, order);
  if (!stamp || !day) return undefined;
  const time = stamp.hour === -1 ? "" : ` ${stamp.hour}:${stamp.minute}${stamp.seconds === -1 ? "" : `:${stamp.seconds}`}`;
  return `${day.year}-${day.month}-${day.day}${time}`;
}

test.each([
  ["24/07/2019, 19:05", "2019-7-24 19:5"],
  ["24/7/2019 7:05 p.\u00a0m.", "2019-7-24 19:5"],
  ["24.07.2019 г., 19:05", "2019-7-24 19:5"],
  ["24. 07. 2019. 19:05", "2019-7-24 19:5"],
  ["2019. 07. 24. 19:05", "2019-7-24 19:5"],
  ["24/07/19, 19.05.15", "2019-7-24 19:5:15"],
  ["24.7.2019 klo 19.05", "2019-7-24 19:5"],
  ["2019-07-24 19 h 05", "2019-7-24 19:5"],
  ["2019/7/24 下午7:05:15", "2019-7-24 19:5:15"],
  ["2019/7/24 凌晨12:05", "2019-7-24 0:5"],
  ["2019/7/24 凌晨2:05", "2019-7-24 2:5"],
  ["2019/7/24 早上8:05", "2019-7-24 8:5"],
  ["2019/7/24 上午11:05", "2019-7-24 11:5"],
  ["2019/7/24 中午12:05", "2019-7-24 12:5"],
  ["2019/7/24 中午1:05", "2019-7-24 13:5"],
  ["2019/7/24 晚上11:05", "2019-7-24 23:5"],
  ["2019년 7월 24일 오후 7:05", "2019-7-24 19:5"],
  ["2019年7月24日 午前0:05", "2019-7-24 0:5"],
  ["24/7/19, 7:05 μ.μ.", "2019-7-24 19:5"],
  ["24/7/19, 12:05 π.μ.", "2019-7-24 0:5"],
  ["\u200f٢٤\u200f/٧\u200f/٢٠١٩، ٧:٠٥ م", "2019-7-24 19:5"],
  ["۱۳۹۸/۵/۲،\u200f ۱۹:۰۵", "2019-7-24 19:5"],
  ["২৪/৭/১৯, ৭:০৫ PM", "2019-7-24 19:5"],
  ["२४/७/१९, ७:०५ अपराह्न", "2019-7-24 19:5"],
  ["24/7/2562 19:05", "2019-7-24 19:5"],
  ["24/7/19, 12:05 am", "2019-7-24 0:5"],
  ["24/7/19, 12:05 PM", "2019-7-24 12:5"],
  ["24/7/19, 00:08 a. m.", "2019-7-24 0:8"],
  ["24/07/2019", "2019-7-24"],
  ["2019-07-24T19:05:15", "2019-7-24 19:5:15"],
])("%s is read as %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  "24/07-2019, 19:05", "24/7/9 19:05", "247/07/2019", "1/2/20190", "hello", "24 07 2019 19:05", "24/07", "", "2019/07/2019",
])("%s is no date", (text) => {
  expect(scanStamp(text, 0)).toBeUndefined();
}); // prettier-ignore

test.each([
  ["31/02/2025", "dmy"],
  ["29/02/2025", "dmy"],
  ["02/31/2025", "mdy"],
  ["31/12/1398 12:00", "ymd"],
  ["00/01/2025", "dmy"],
  ["13/13/2025", "dmy"],
] as const)("%s does not exist and is never rolled to another day", (text, order) => {
  expect(read(text, order)).toBeUndefined();
});

test("an hour after noon with a word for before noon is on no clock, and so is an unknown word", () => {
  expect(scanStamp("24/7/19, 13:05 am", 0)?.hour).toBeGreaterThan(24);
  expect(scanStamp("24/7/19 qqq 7:05", 0)?.hour).toBeGreaterThan(24);
});

test("a part of two digits above 31 can only be a year", () => {
  expect(read("85/07/24")).toBe("1985-7-24");
  expect(read("24/07/85")).toBe("1985-7-24");
  expect(read("24/07/05")).toBe("2005-7-24");
});

function decide(dates: readonly string[], stated?: DateOrder): string {
  const evidence = createDateOrderEvidence();
  for (const text of dates) {
    const stamp = scanStamp(text, 0);
    if (stamp) evidence.see(stamp.date);
  }
  const { order, because } = evidence.decide(stated);
  return `${order} ${because}`;
}

test("the order of day and month is decided by evidence, then by what the person said, and only then assumed", () => {
  expect(decide(["2019-07-24"])).toBe("ymd year-first");
  expect(decide(["01/02/2025", "13/02/2025"])).toBe("dmy impossible-otherwise");
  expect(decide(["01/02/2025", "02/13/2025"], "dmy")).toBe("mdy impossible-otherwise");
  expect(decide(["02/04/25", "11/04/25", "03/05/25"])).toBe("dmy order-of-file");
  expect(decide(["04/02/25", "04/11/25", "05/03/25"])).toBe("mdy order-of-file");
  expect(decide(["01/02/2025", "01/03/2025", "01/04/2025", "01/05/2025"])).toBe("dmy assumed");
  expect(decide(["01/02/2025", "01/03/2025"], "mdy")).toBe("mdy stated");
  expect(decide(["31/02/2025"])).toBe("dmy impossible-otherwise");
  expect(decide([])).toBe("ymd year-first");
});

test("one impossible date among many does not turn the order of a file that runs forward the other way", () => {
  const forward = ["02/04/25", "11/04/25", "03/05/25", "12/05/25", "01/06/25", "12/06/25"];
  expect(decide([...forward, "06/13/25"])).toBe("dmy assumed");
});

test("years of two digits in front are believed when only then the file runs forward, or when stated", () => {
  expect(decide(["25/12/31", "26/01/30"])).toBe("ymd order-of-file");
  expect(decide(["25/12/30", "26/12/30"])).toBe("dmy impossible-otherwise");
  expect(decide(["25/01/02", "25/01/15", "25/02/03"])).toBe("ymd order-of-file");
  expect(decide(["25/01/02"], "ymd")).toBe("ymd stated");
  expect(decide(["25/01/2002"], "ymd")).toBe("dmy impossible-otherwise");
});

test("where the order is assumed the other reading is kept; where a date fits only the other order it is read so and said to stray", () => {
  const date = (text: string) => {
    const stamp = scanStamp(text, 0);
    if (!stamp) throw new Error("no stamp");
    return stamp.date;
  };
  const assumed = { order: "dmy", because: "assumed" } as const;
  expect(readDay(date("01/02/2025"), assumed)).toEqual({
    day: { year: 2025, month: 2, day: 1 },
    other: { year: 2025, month: 1, day: 2 },
    strayed: false,
  });
  expect(readDay(date("02/02/2025"), assumed)).toEqual({ day: { year: 2025, month: 2, day: 2 }, strayed: false });
  const known = { order: "dmy", because: "impossible-otherwise" } as const;
  expect(readDay(date("01/13/2025"), known)).toEqual({ day: { year: 2025, month: 1, day: 13 }, strayed: true });
  expect(readDay(date("31/02/2025"), known)).toBeUndefined();
});

test("a stamp remembered from the line before changes nothing about the next", () => {
  const stamps = fc.constantFrom("24/07/2019, 19:05", "24/07/2019, 7:05 PM", "2019/7/24 下午7:05", "2019/7/24 上午7:05", "24/07/2019", "x", "24/07/2019, 1x", "٢٤/٧/٢٠١٩، ٧:٠٥ م"); // prettier-ignore
  fc.assert(
    fc.property(fc.array(stamps, { maxLength: 12 }), (texts) => {
      const inRow = texts.map((text) => scanStamp(text, 0));
      const alone = texts.map((text) => {
        scanStamp("1/1/2001, 01:01", 0);
        return scanStamp(text, 0);
      });
      expect(inRow).toEqual(alone);
    }),
    { seed },
  );
});

test("whatever follows, the scanner ends and never reads beyond the text", () => {
  const sign = fc.constantFrom("1", "24", "/", ".", "-", ":", " ", ",", "\u200f", "\u00a0", "p", "m", "年", "م", "٧", "h", "\n", "x");
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 40 }), (signs) => {
      const text = signs.join("");
      const stamp = scanStamp(text, 0);
      if (stamp) expect(stamp.end).toBeLessThanOrEqual(text.length);
    }),
    { seed, numRuns: 2000 },
  );
});
