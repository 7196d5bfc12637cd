import type { PaperBlock, PaperWords } from "@unmask/core";
import { sayCount, sayList } from "@unmask/words";
import type { BundleCondition } from "./bundle-source.ts";
import { sayLength, sayOwn } from "./period-words.ts";
import { type Writing, heading, partHeading, sayCivil, sayCivilWeekday, sayNumbers, text } from "./writing.ts";

/** Part 6: the order as it would read, with all that the law has stand in one; what it says to the person; the interim order. */
export function orderPart(writing: Writing): readonly PaperBlock[] {
  const { say, plain, source, pen } = writing;
  const { law, conditions } = source;
  const byHand = plain("order-by-hand");
  const rows: readonly (readonly [name: string, words: PaperWords])[] = [
    [plain("order-name"), plain("order-name-says", { "order-name": law.orderName, act: law.act })],
    [plain("order-court"), source.court === null ? byHand : pen.name(source.court)],
    [plain("order-asked-by"), pen.name(source.applicant)],
    [plain("order-about"), about(writing)],
    [plain("order-made"), byHand],
    ...(law.noticeFrom === "in-force" ? [[plain("order-comes"), byHand] as const] : []),
    [plain("order-period"), periodOf(writing)],
    [plain("order-locality"), localityOf(writing)],
    [plain("order-own"), ownOf(conditions, writing)],
  ];
  return [
    partHeading(6, plain("order-title"), say("order-under")),
    { block: "facts", rows: rows.map(([name, words]) => ({ name, words })) },
    text(say("order-satisfied")),
    ...listOf("prohibition", writing),
    ...listOf("requirement", writing),
    heading(2, plain("order-notice", { subject: pen.name(source.subject.name) })),
    { block: "steps", items: noticesOf(writing).map((words, i) => ({ number: i + 1, words })) },
    heading(2, plain("interim-title")),
    text(interimOf(writing)),
    { block: "signatures", under: [plain("sign-court"), plain("sign-date")] },
  ];
}

/** What is said to whoever is bound: on the order, and by whoever serves it. Of an order that replaces an interim one no first notice is asked, s9(1). */
export function noticesOf({ say, source }: Writing): readonly PaperWords[] {
  const days = { days: sayCount(source.law.noticeDays, "day") };
  const { noticeFrom, otherRegisters, sections } = source.law;
  return [
    say(sections.breach === undefined ? "notice-breach-unknown" : "notice-breach"),
    say(noticeFrom === "service" && source.interim !== null ? "notice-first-beside-interim" : `notice-first-${noticeFrom}`, days),
    ...(sections.elsewhere === undefined ? [] : [say("notice-elsewhere")]),
    sections["other-name"] === undefined || sections["other-home"] === undefined
      ? say("notice-changes-unknown")
      : say("notice-changes", days),
    say(sections.failing === undefined ? "notice-failing-unknown" : "notice-failing"),
    ...(sections.suspended === undefined ? [] : [say("notice-other-register", { registers: otherRegisters })]),
  ];
}

function about(writing: Writing): PaperWords {
  const { source, pen, plain } = writing;
  const { name, otherNames = [], born } = source.subject;
  const more = [
    ...(otherNames.length === 0 ? [] : [plain("also-known", { names: sayList(otherNames.map(pen.name)) })]),
    ...(born === undefined ? [] : [plain("born", { day: sayCivil(born.day, writing), knowing: plain(`known-${born.knowing}`) })]),
  ];
  return [{ says: pen.name(name), look: "strong" }, ...(more.length === 0 ? [] : [`, ${more.join(", ")}`])];
}

function listOf(type: BundleCondition["type"], { say, plain, source, pen }: Writing): readonly PaperBlock[] {
  const own = source.conditions.filter((one) => one.type === type);
  return [
    heading(3, plain(type === "prohibition" ? "order-prohibitions" : "order-requirements")),
    own.length === 0
      ? text(say("order-none"))
      : { block: "steps", items: own.map(({ condition, says }) => ({ number: condition, words: pen.prose(says) })) },
  ];
}

function periodOf(writing: Writing): PaperWords {
  const { say, source } = writing;
  if (source.period === undefined) return say("period-none");
  const { made, until } = source.period;
  if (until === null) return say("order-period-open");
  return say("order-period-fixed", {
    length: sayLength(made, until),
    last: sayCivil(until, writing),
    made: sayCivilWeekday(made, writing),
  });
}

function localityOf({ say, plain, source, pen }: Writing): PaperWords {
  const limited = source.conditions.flatMap(({ condition, locality }) =>
    locality === undefined ? [] : [plain("order-somewhere-one", { number: condition, locality: pen.name(locality) })],
  );
  return limited.length === 0 ? say("order-everywhere") : say("order-somewhere", { conditions: sayList(limited) });
}

function ownOf(conditions: readonly BundleCondition[], writing: Writing): PaperWords {
  const own = conditions.filter((one) => one.own !== undefined);
  return own.length === 0 ? writing.say("order-none") : sayOwn(own, writing);
}

function interimOf(writing: Writing): PaperWords {
  const { say, source } = writing;
  if (source.interim === null) return say("interim-none");
  const too = source.conditions.filter(({ interimToo }) => interimToo).map(({ condition }) => condition);
  const numbers = `${too.length === 1 ? "condition" : "conditions"} ${sayNumbers(too)}`;
  const { until } = source.interim;
  if (source.law.sections["interim-ends"] === undefined)
    return until === null ? say("interim-known-open", { numbers }) : say("interim-known", { numbers, day: sayCivil(until, writing) });
  return until === null ? say("interim-open", { numbers }) : say("interim-says", { numbers, day: sayCivil(until, writing) });
}
