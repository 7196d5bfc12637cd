import { expect, test } from "vitest";
import { type Files, expectCutsChangeNothing, handIn } from "./hand-in.ts";
import { meant } from "./wall-clock.ts";

/** Every shape of header that export-formats lists, on both kinds of phone, with the instant worked out by another library. */

const nb = "\u00A0";
const nn = "\u202F";
const rlm = "\u200F";
const lrm = "\u200E";

/** The same evening, 24 July 2019 at five past seven, as phones of the world write it. */
const evening: readonly (readonly [locale: string, date: string, clock: string, seconds: string])[] = [
  ["en-GB", "24/07/2019, ", "19:05", "19:05:15"],
  ["en-US with U+202F", "7/24/19, ", `7:05${nn}PM`, `7:05:15${nn}PM`],
  ["en-US with a blank", "7/24/19, ", "7:05 PM", "7:05:15 PM"],
  ["es with U+00A0", "24/7/2019 ", `7:05 p.${nb}m.`, `7:05:15 p.${nb}m.`],
  ["es of 24 hours", "24/7/19, ", "19:05", "19:05:15"],
  ["de", "24.07.19, ", "19:05", "19:05:15"],
  ["tr", "24.07.2019 ", "19:05", "19:05:15"],
  ["bg", "24.07.19 г., ", "19:05", "19:05:15"],
  ["hr", "24. 07. 2019. ", "19:05", "19:05:15"],
  ["hu", "2019. 07. 24. ", "19:05", "19:05:15"],
  ["nl", "24-07-19 ", "19:05", "19:05:15"],
  ["it with a dot in the time", "24/07/19, ", "19.05", "19.05.15"],
  ["sv", "2019-07-24 ", "19:05", "19:05:15"],
  ["lt", "2019-07-24, ", "19:05", "19:05:15"],
  ["ja", "2019/07/24 ", "19:05", "19:05:15"],
  ["ca", "24/7/19 ", "19:05", "19:05:15"],
  ["pt-PT", "24/07/19, ", "19:05", "19:05:15"],
  ["pt-BR", "24/07/2019 ", "19:05", "19:05:15"],
  ["fr", "24/07/2019 à ", "19:05", "19:05:15"],
  ["hi", "24/07/19, ", "7:05 pm", "7:05:15 pm"],
  ["en-CA", "2019-07-24, ", `7:05${nb}p.m.`, `7:05:15${nb}p.m.`],
  ["en-ZA", "2019/07/24, ", "19:05", "19:05:15"],
  ["fi", "24.7.2019 klo ", "19.05", "19.05.15"],
  ["zh", "2019/7/24 ", "下午7:05", "下午7:05:15"],
  ["zh with a blank", "2019/7/24 ", "下午 7:05", "下午 7:05:15"],
  ["zh evening word", "2019/7/24 ", "晚上7:05", "晚上7:05:15"],
  ["zh with words for the date", "2019年7月24日 ", "下午7:05", "下午7:05:15"],
  ["ja with words for the date", "2019年7月24日 ", "午後7:05", "午後7:05:15"],
  ["ko iOS", "2019. 7. 24. ", "오후 7:05", "오후 7:05:15"],
  ["el", "24/7/19, ", "7:05 μ.μ.", "7:05:15 μ.μ."],
  ["ar with Arabic-Indic digits", `${rlm}٢٤${rlm}/٧${rlm}/٢٠١٩، `, "٧:٠٥ م", "٧:٠٥:١٥ م"],
  ["ar with Latin digits", `24${rlm}/7${rlm}/2019، `, "7:05 م", "7:05:15 م"],
  ["fa, Solar Hijri", `۱۳۹۸/۵/۲،${rlm} `, "۱۹:۰۵", "۱۹:۰۵:۱۵"],
  ["bn", "২৪/৭/১৯, ", "৭:০৫ PM", "৭:০৫:১৫ PM"],
  ["th, Buddhist year", "24/7/2562 ", "19:05", "19:05:15"],
  ["th digits", "๒๔/๗/๒๕๖๒ ", "๑๙:๐๕", "๑๙:๐๕:๑๕"],
  ["ru", "24.07.2019, ", "19:05", "19:05:15"],
  ["he", `24.7.2019, `, "19:05", "19:05:15"],
];

const android = (stamp: string, body = "hi", author = "Sam") => `${stamp} - ${author}: ${body}\n`;
const ios = (stamp: string, body = "hi", author = "Sam") => `[${stamp}] ${author}: ${body}\r\n`;

async function expectOneMessage(files: Files, wall: string, wrote: string): Promise<void> {
  const { acts, reasons, notices } = await handIn(files, { zone: "Europe/London" });
  expect(reasons).toEqual([]);
  expect(notices).toEqual([]);
  expect(acts.map(({ kind, text, from, channel }) => ({ kind, text, from: from.wrote, channel }))).toEqual([
    { kind: "message", text: "hi", from: "Sam", channel: "whatsapp" },
  ]);
  const [first] = acts;
  expect({ earliest: first?.when.earliest, latest: first?.when.latest }).toEqual(meant(wall));
  expect(first?.when.wrote.replace(/[\u200E\u200F]/g, "")).toBe(wrote.replace(/[\u200E\u200F]/g, ""));
  expect(first?.flags).not.toContain("zone-assumed");
  expect(first?.flags).not.toContain("far-date");
  expect(first?.flags).not.toContain("date-order-assumed");
}

test.each(evening)("an Android phone set to %s says five past seven in the evening, to the minute", async (_, date, clock) => {
  await expectOneMessage({ "WhatsApp Chat with Sam.txt": android(date + clock) }, "2019-07-24T19:05", date + clock);
});

test.each(evening)("an iPhone set to %s says five past seven in the evening, to the second", async (_, date, __, clock) => {
  await expectOneMessage({ "_chat.txt": ios(date + clock) }, "2019-07-24T19:05:15", date + clock);
});

test("a Korean Android phone puts a comma for the dash and a blank before the colon", async () => {
  await expectOneMessage(
    { "WhatsApp Chat with Sam.txt": "2019년 7월 24일 오후 7:05, Sam : hi\n" },
    "2019-07-24T19:05",
    "2019년 7월 24일 오후 7:05",
  );
});

test.each(evening.map(([locale, date, clock]) => [locale, date + clock] as const))(
  "reads of a %s chat cut anywhere give the same",
  async (_, stamp) => {
    await expectCutsChangeNothing({ "WhatsApp Chat with Sam.txt": android(stamp) + android(stamp, "ποιος 😀\nline two") + android(stamp) });
  },
);

const midnightAndNoon: readonly (readonly [locale: string, stamp: string, wall: string])[] = [
  ["en", "24/07/2019, 12:05 am", "2019-07-24T00:05"],
  ["en", "24/07/2019, 12:05 pm", "2019-07-24T12:05"],
  ["en", `24/07/2019, 11:59${nn}PM`, "2019-07-24T23:59"],
  ["es", `24/7/2019 12:05 a.${nb}m.`, "2019-07-24T00:05"],
  ["el", "24/7/19, 12:05 π.μ.", "2019-07-24T00:05"],
  ["el", "24/7/19, 12:05 μ.μ.", "2019-07-24T12:05"],
  ["ar", "24/7/2019، 12:05 ص", "2019-07-24T00:05"],
  ["ar", "24/7/2019، 12:05 م", "2019-07-24T12:05"],
  ["ko", "2019. 7. 24. 오전 12:05", "2019-07-24T00:05"],
  ["ko", "2019. 7. 24. 오후 12:05", "2019-07-24T12:05"],
  ["ja", "2019/7/24 午前0:05", "2019-07-24T00:05"],
  ["zh", "2019/7/24 上午12:05", "2019-07-24T00:05"],
  ["zh", "2019/7/24 下午12:05", "2019-07-24T12:05"],
  ["zh", "2019/7/24 中午12:05", "2019-07-24T12:05"],
  ["zh", "2019/7/24 凌晨3:05", "2019-07-24T03:05"],
  ["bn", "২৪/৭/১৯, ১২:০৫ AM", "2019-07-24T00:05"],
];

test.each(midnightAndNoon)("midnight and noon in %s: %s", async (_, stamp, wall) => {
  await expectOneMessage({ "WhatsApp Chat with Sam.txt": android(stamp) }, wall, stamp);
});

test.each([
  ["a byte-order mark", "\uFEFF"],
  ["a left-to-right mark", lrm],
  ["both", `\uFEFF${lrm}`],
])("%s before the first record costs nothing", async (_, before) => {
  for (const line of [android("24/07/2019, 19:05"), ios("24/07/2019, 19:05:15"), ios(`24/07/2019, 7:05:15${nn}PM`)]) {
    const { acts, reasons } = await handIn({ "_chat.txt": before + line + line.replace("hi", "second") });
    expect(reasons).toEqual([]);
    expect(acts.map((act) => act.text)).toEqual(["hi", "second"]);
    expect(acts[0]?.source.start).toBe(0);
  }
});

test("marks and blanks of every kind stand in a header together", async () => {
  const stamp = `${lrm}7/24/19,${nb}7:05:15${nn}PM`;
  const { acts, reasons } = await handIn({ "_chat.txt": `\uFEFF${lrm}[${stamp}] Sam: hi\r\n` });
  expect(reasons).toEqual([]);
  expect(acts.map((act) => [act.text, act.when.earliest])).toEqual([["hi", meant("2019-07-24T19:05:15").earliest]]);
});

test.each([
  ["Hijri new year", "۱۴۰۰/۱/۱، ۰۰:۳۰", "2021-03-21T00:30"],
  ["Hijri leap day", "۱۳۹۹/۱۲/۳۰، ۲۳:۳۰", "2021-03-20T23:30"],
  ["Hijri in Latin digits", "1403/06/15, 10:20", "2024-09-05T10:20"],
])("%s is the day that the calendars agree on", async (_, stamp, wall) => {
  const { acts } = await handIn({ "WhatsApp Chat with Sam.txt": android(stamp) }, { zone: "Europe/London" });
  const day = new Date(meant(wall).earliest);
  const persian = new Intl.DateTimeFormat("en-u-ca-persian-nu-latn", {
    timeZone: "Europe/London",
    year: "numeric",
    month: "numeric",
    day: "numeric",
  });
  const digits = stamp.replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0)).split(/[،,]/)[0];
  const parts = Object.fromEntries(persian.formatToParts(day).map(({ type, value }) => [type, Number(value)]));
  expect([parts["year"], parts["month"], parts["day"]]).toEqual(digits?.split("/").map(Number));
  expect(acts.map((act) => act.when.earliest)).toEqual([meant(wall).earliest]);
});
