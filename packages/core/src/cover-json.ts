import { actIdFromJson } from "./act-from-json.ts";
import { asHeard, isBlank } from "./blank.ts";
import {
  type CodeWords,
  type Contact,
  type ContactHours,
  type OtherPerson,
  type Speaking,
  type WantedNews,
  hourAnswers,
  hoursByDay,
  reachWays,
} from "./contact.ts";
import {
  type Answer,
  type Change,
  type Cover,
  type Danger,
  type EarlierReport,
  type Feared,
  type Helper,
  type KeptFor,
  type Known,
  type LostEvidence,
  type RoughDay,
  type Said,
  type StatedOrder,
  dangerAnswers,
  fearAnswers,
  keptBy,
  orderKinds,
} from "./cover.ts";
import { type CivilDay, civilToIso, daysFromCivil, isRealDay } from "./instant.ts";
import { readDocument } from "./json-document.ts";
import { lifeAreas } from "./own-entry.ts";
import type { Result } from "./result.ts";
import { type Fields, type ReadValue, count, fault, list, object, oneOf, parsed, text } from "./strict-json.ts";
import { type CivilMinute, clockToText, isStatedYear, minuteToText, parseStatedDay, parseStatedMinute, weekdays } from "./wall-clock.ts";

/** Reads and writes the cover and the contact sheet (docs/formats/cover.md). */

/** UTF-16 units of the whole document: a longer one is an attack on memory. */
const longestDocument = 256 * 1024;
/** Days and acts of `feared`: each is looked up among the acts. */
const mostFeared = 1_000;
/** What she asks is lettered from a to z. */
const mostAsks = 26;
/** Entries of every other list: a first page without end is read by nobody. */
const mostEntries = 100;
/** UTF-16 units of one text: a page that drowns what it is for. */
const longestText = 4_000;
/** UTF-16 units of one line of the contact sheet, and of all of them: more does not fit the one page. */
const longestLine = 300;
const longestSheet = 3_000;
/** A hundred years: a longer period is a slip of the pen. */
const longestPeriod = { days: 36_500, months: 1_200 } as const;

/** The one version there is. */
const version = 1;

/** What was read, in the two parts that go different ways. */
export interface AskedCover {
  readonly cover: Cover;
  /** Only when she filled it in. */
  readonly contact?: Contact;
}

/** Reads a cover with its contact sheet. The error says where it is none, never what stands there. */
export function parseCover(json: string): Result<AskedCover, string> {
  return readDocument(json, { what: "cover", longest: longestDocument }, askedFromJson);
}

/** Writes both parts as one document: keys in the order of the format, two writers the same bytes. Ends with a line break. */
export function coverToJson({ cover, contact }: AskedCover): string {
  return `${JSON.stringify({ version, ...coverForm(cover), contact: contact && contactForm(contact) }, undefined, 1)}\n`;
}

/** The cover as JSON writes it; what is absent is undefined, which JSON leaves out. */
export function coverForm(cover: Cover): object {
  const { to, danger, relationship, since, feared, changed, earlier, orders, asks, helps, lost } = cover;
  return {
    to: form(to, saidForm),
    danger: danger && { answer: danger.answer, asked: minuteToText(danger.asked), says: danger.says },
    relationship: form(relationship, saidForm),
    since: form(since, roughDayToText),
    feared: form(feared, each(fearedForm)),
    changed: form(
      changed,
      each((change) => ({ area: change.area, says: change.says, since: form(change.since, roughDayToText) })),
    ),
    earlier: form(
      earlier,
      each(({ says, day, reference }) => ({ says, day: form(day, roughDayToText), reference: form(reference, saidForm) })),
    ),
    orders: form(orders, each(orderForm)),
    asks,
    helps: form(
      helps,
      each(({ who, says }) => ({ who, says })),
    ),
    lost: form(lost, each(lostForm)),
  };
}

/** The contact sheet as JSON writes it; what is absent is undefined, which JSON leaves out. */
export function contactForm(contact: Contact): object {
  const { filledIn, reach, hours, firstWords, codeWords, wrongVoice, never, why, instead, emergency, speak, hear, until } = contact;
  return {
    filledIn: minuteToText(filledIn),
    reach: form(reach, ({ by, at }) => ({ by, at })),
    hours: form(
      hours,
      each((one) => ({ is: one.is, weekdays: one.weekdays, from: clockToText(one.from), until: clockToText(one.until) })),
    ),
    firstWords: form(firstWords, saidForm),
    codeWords: form(codeWords, ({ safe, stop }) => ({ safe, stop })),
    wrongVoice: form(wrongVoice, saidForm),
    never,
    why: form(why, saidForm),
    instead: form(
      instead,
      each(({ who, at, when, says }) => ({ who, at, when, says })),
    ),
    emergency: form(emergency, saidForm),
    speak: speak && {
      language: form(speak.language, saidForm),
      interpreter: form(speak.interpreter, saidForm),
      hearing: form(speak.hearing, saidForm),
      officer: form(speak.officer, saidForm),
    },
    hear: form(
      hear,
      each(({ what, when }) => ({ what, when })),
    ),
    until: form(until, civilToIso),
  };
}

/** "none" and "not known" as they stand, everything else as `write` writes it. */
function form<T extends object, W>(answer: Answer<T> | undefined, write: (value: T) => W): W | string | undefined {
  return answer === undefined || typeof answer === "string" ? answer : write(answer);
}

function each<T, W>(write: (one: T) => W): (all: readonly T[]) => readonly W[] {
  return (all) => all.map((one) => write(one));
}

function saidForm({ says }: Said): object {
  return { says };
}

function fearedForm(feared: Feared): object {
  return { ...("act" in feared ? { act: feared.act } : { day: civilToIso(feared.day) }), answer: feared.answer, says: feared.says };
}

function orderForm({ kind, says, from, until, reference }: StatedOrder): object {
  return { kind, says, from: form(from, civilToIso), until: form(until, civilToIso), reference: form(reference, saidForm) };
}

function lostForm({ what, where, first, last, kept }: LostEvidence): object {
  return {
    what,
    where: form(where, saidForm),
    first: form(first, civilToIso),
    last: last === undefined || last === "goes on" ? last : civilToIso(last),
    kept: form(kept, keptForm),
  };
}

function keptForm(kept: KeptFor): object {
  const period = "until" in kept ? { until: civilToIso(kept.until) } : "days" in kept ? { days: kept.days } : { months: kept.months };
  return { ...period, by: kept.by, says: kept.says };
}

function roughDayToText({ year, month, day }: RoughDay): string {
  return civilToIso({ year, month: month ?? 1, day: day ?? 1 }).slice(0, month === undefined ? 4 : day === undefined ? 7 : 10);
}

// Reading, from the smallest to the whole.

/** Some text that is not blank to the eye. */
function words(longest: number): ReadValue<string> {
  return (value, path) => {
    const written = text(value, path);
    if (isBlank(written)) return fault(path, "is blank: leave it out, and it was not asked");
    return written.length > longest ? fault(path, `is longer than ${longest} characters`) : written;
  };
}

const says = words(longestText);
const saidFromJson = saidIn(says);

const lineOfText = words(longestLine);
/** One line of hers: not blank to the eye, at most 300 characters, no line break. */
export const lineFromJson: ReadValue<string> = (value, path) => {
  const written = lineOfText(value, path);
  return /[\p{Cc}\u2028\u2029]/u.test(written) ? fault(path, "has a line break: write it in one line") : written;
};
const line = lineFromJson;
const saidInLine = saidIn(line);

function saidIn(read: ReadValue<string>): ReadValue<Said> {
  return object((fields) => ({ says: fields.must("says", read) }));
}

/** "not known", or what `read` reads. */
function known<T extends object>(read: ReadValue<T>): ReadValue<Known<T>> {
  return (value, path) => (value === "not known" ? value : read(value, path));
}

/** "none", "not known", or what `read` reads. */
function answer<T extends object>(read: ReadValue<T>): ReadValue<Answer<T>> {
  return (value, path) => (value === "none" || value === "not known" ? value : read(value, path));
}

/** A list of one entry or more. */
function some<T>(read: ReadValue<T>, most: number = mostEntries): ReadValue<readonly T[]> {
  return (value, path) => {
    if (Array.isArray(value) && value.length === 0) return fault(path, 'is empty: leave it out, or write "none"');
    if (Array.isArray(value) && value.length > most) return fault(path, `has more than ${most} entries`);
    return list(read)(value, path);
  };
}

/** One of several keys, each of which says the same thing another way. */
function exactlyOne<T>(path: string, read: readonly T[], keys: string): T {
  const [one, more] = read;
  return one === undefined || more !== undefined ? fault(path, `needs exactly one of ${keys}`) : one;
}

const dayFromJson: ReadValue<CivilDay> = parsed(parseStatedDay, "day written like 2026-03-02, from 1900 to 2200");
const minuteFromJson: ReadValue<CivilMinute> = parsed(parseStatedMinute, "minute written like 2026-03-02T09:05");
const roughDayFromJson: ReadValue<RoughDay> = parsed(parseRoughDay, "day, month or year written like 2026-03-02, 2026-03 or 2026");
const clockFromJson: ReadValue<number> = parsed(parseClock, "time written like 09:05");

function parseRoughDay(written: string): RoughDay | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(written) ?? [];
  const found = { year: Number(year), month: Number(month ?? 1), day: Number(day ?? 1) };
  if (!isRealDay(found) || !isStatedYear(found.year)) return undefined;
  return { year: found.year, ...(month !== undefined && { month: found.month }), ...(day !== undefined && { day: found.day }) };
}

/** Minutes from midnight, up to 24:00. */
function parseClock(written: string): number | undefined {
  const [, hour = "", minute = ""] = /^(\d\d):(\d\d)$/.exec(written) ?? [];
  const minutes = Number(hour) * 60 + Number(minute);
  return hour !== "" && Number(minute) < 60 && minutes <= 1_440 ? minutes : undefined;
}

const dangerFromJson: ReadValue<Danger> = object((fields) => ({
  answer: fields.must("answer", oneOf(dangerAnswers)),
  asked: fields.must("asked", minuteFromJson),
  ...fields.may("says", says),
}));

const fearedFromJson: ReadValue<Feared> = (value, path) =>
  object((fields): Feared => {
    const day = fields.may("day", dayFromJson).day;
    const act = fields.may("act", actIdFromJson).act;
    const at = exactlyOne(path, [...(day === undefined ? [] : [{ day }]), ...(act === undefined ? [] : [{ act }])], "day, act");
    return { ...at, answer: fields.must("answer", oneOf(fearAnswers)), ...fields.may("says", says) };
  })(value, path);

/** Each day and each act once: a day that counts twice would be two days of fear. */
const allFearedFromJson: ReadValue<readonly Feared[]> = (value, path) => {
  const all = some(fearedFromJson, mostFeared)(value, path);
  const met = new Set<string | number>();
  for (const [i, feared] of all.entries()) {
    const at = "act" in feared ? feared.act : daysFromCivil(feared.day);
    if (met.has(at)) fault(`${path}[${i}]`, "says of a day or an act what was said already");
    met.add(at);
  }
  return all;
};

const changeFromJson: ReadValue<Change> = object((fields) => ({
  area: fields.must("area", oneOf(lifeAreas)),
  says: fields.must("says", says),
  ...fields.may("since", known(roughDayFromJson)),
}));

const earlierFromJson: ReadValue<EarlierReport> = object((fields) => ({
  says: fields.must("says", says),
  ...fields.may("day", known(roughDayFromJson)),
  ...fields.may("reference", answer(saidFromJson)),
}));

const orderFromJson: ReadValue<StatedOrder> = (value, path) => {
  const order = object((fields) => ({
    kind: fields.must("kind", oneOf(orderKinds)),
    says: fields.must("says", says),
    ...fields.may("from", known(dayFromJson)),
    ...fields.may("until", answer(dayFromJson)),
    ...fields.may("reference", answer(saidFromJson)),
  }))(value, path);
  const { from, until } = order;
  if (typeof from === "object" && typeof until === "object" && daysFromCivil(until) < daysFromCivil(from))
    fault(`${path}.until`, "lies before from");
  return order;
};

const helperFromJson: ReadValue<Helper> = object((fields) => ({ who: fields.must("who", says), ...fields.may("says", says) }));

const lastFromJson: ReadValue<CivilDay | "goes on"> = (value, path) => (value === "goes on" ? value : dayFromJson(value, path));

const lostFromJson: ReadValue<LostEvidence> = (value, path) => {
  const lost = object((fields) => ({
    what: fields.must("what", says),
    ...fields.may("where", answer(saidFromJson)),
    ...fields.may("first", known(dayFromJson)),
    ...fields.may("last", lastFromJson),
    ...fields.may("kept", known(keptFromJson)),
  }))(value, path);
  const { first, last } = lost;
  if (last !== undefined && (first === undefined || first === "not known"))
    fault(`${path}.last`, "has no day before it: give first as well");
  if (typeof first === "object" && typeof last === "object" && daysFromCivil(last) < daysFromCivil(first))
    fault(`${path}.last`, "lies before first");
  return lost;
};

const keptFromJson: ReadValue<KeptFor> = (value, path) =>
  object((fields): KeptFor => {
    const days = fields.may("days", upTo(longestPeriod.days)).days;
    const months = fields.may("months", upTo(longestPeriod.months)).months;
    const until = fields.may("until", dayFromJson).until;
    const periods = [
      ...(days === undefined ? [] : [{ days }]),
      ...(months === undefined ? [] : [{ months }]),
      ...(until === undefined ? [] : [{ until }]),
    ];
    return {
      ...exactlyOne(path, periods, "days, months, until"),
      by: fields.must("by", oneOf(keptBy)),
      ...fields.may("says", says),
    };
  })(value, path);

function upTo(most: number): ReadValue<number> {
  return (value, path) => {
    const number = count(value, path);
    return number >= 1 && number <= most ? number : fault(path, `is no whole number from 1 to ${most}`);
  };
}

/** Asks an object for the fields of the cover, without `version` and `contact`: for documents that hold others beside them. */
export function coverFrom(fields: Fields): Cover {
  return {
    ...fields.may("to", answer(saidFromJson)),
    ...fields.may("danger", dangerFromJson),
    ...fields.may("relationship", answer(saidFromJson)),
    ...fields.may("since", known(roughDayFromJson)),
    ...fields.may("feared", answer(allFearedFromJson)),
    ...fields.may("changed", answer(some(changeFromJson))),
    ...fields.may("earlier", answer(some(earlierFromJson))),
    ...fields.may("orders", answer(some(orderFromJson))),
    ...fields.may("asks", answer(some(says, mostAsks))),
    ...fields.may("helps", answer(some(helperFromJson))),
    ...fields.may("lost", answer(some(lostFromJson))),
  };
}

const hoursFromJson: ReadValue<ContactHours> = object((fields) => ({
  is: fields.must("is", oneOf(hourAnswers)),
  weekdays: fields.must("weekdays", some(oneOf(weekdays), weekdays.length)),
  from: fields.must("from", beforeMidnight),
  until: fields.must("until", clockFromJson),
}));

const beforeMidnight: ReadValue<number> = (value, path) => {
  const minutes = clockFromJson(value, path);
  return minutes < 1_440 ? minutes : fault(path, "is the end of a day: write 00:00 of the next");
};

const allHoursFromJson: ReadValue<readonly ContactHours[]> = (value, path) => {
  const hours = some(hoursFromJson)(value, path);
  return hoursByDay(hours) ? hours : fault(path, "says of some hour that it is safe and that it is never");
};

/** Two words that sound alike are none: whoever reaches her could not tell danger. */
const codeWordsFromJson: ReadValue<CodeWords> = (value, path) => {
  const words = object((fields) => ({ safe: fields.must("safe", line), ...fields.may("stop", line) }))(value, path);
  return words.stop !== undefined && asHeard(words.stop) === asHeard(words.safe)
    ? fault(`${path}.stop`, "sounds like safe: whoever reaches you could not tell danger")
    : words;
};

const otherPersonFromJson: ReadValue<OtherPerson> = object((fields) => ({
  who: fields.must("who", line),
  ...fields.may("at", line),
  ...fields.may("when", line),
  ...fields.may("says", line),
}));

const speakingFromJson: ReadValue<Speaking> = (value, path) => {
  const speaking = object((fields) => ({
    ...fields.may("language", answer(saidInLine)),
    ...fields.may("interpreter", answer(saidInLine)),
    ...fields.may("hearing", answer(saidInLine)),
    ...fields.may("officer", answer(saidInLine)),
  }))(value, path);
  return Object.keys(speaking).length === 0 ? fault(path, "is empty: leave it out, and it was not asked") : speaking;
};

const newsFromJson: ReadValue<WantedNews> = object((fields) => ({ what: fields.must("what", line), ...fields.may("when", line) }));

/** Reads a contact sheet. */
export const contactFromJson: ReadValue<Contact> = (value, path) => {
  const contact = object((fields) => ({
    filledIn: fields.must("filledIn", minuteFromJson),
    ...fields.may("reach", answer(object((reach) => ({ by: reach.must("by", oneOf(reachWays)), at: reach.must("at", line) })))),
    ...fields.may("hours", answer(allHoursFromJson)),
    ...fields.may("firstWords", answer(saidInLine)),
    ...fields.may("codeWords", answer(codeWordsFromJson)),
    ...fields.may("wrongVoice", answer(saidInLine)),
    ...fields.may("never", answer(some(line))),
    ...fields.may("why", answer(saidInLine)),
    ...fields.may("instead", answer(some(otherPersonFromJson))),
    ...fields.may("emergency", answer(saidInLine)),
    ...fields.may("speak", speakingFromJson),
    ...fields.may("hear", answer(some(newsFromJson))),
    ...fields.may("until", answer(dayFromJson)),
  }))(value, path);
  if (Object.keys(contact).length === 1) fault(path, "says nothing but when it was filled in: leave it out, or fill in a field");
  return lengthOfTexts(contact) <= longestSheet
    ? contact
    : fault(path, `has more than ${longestSheet} characters in all: it is one page, so keep what is needed to reach you`);
};

/** UTF-16 units of every text in a value. */
function lengthOfTexts(value: unknown): number {
  if (typeof value === "string") return value.length;
  return typeof value === "object" && value !== null
    ? Object.values(value).reduce((sum: number, inner: unknown) => sum + lengthOfTexts(inner), 0)
    : 0;
}

const askedFromJson: ReadValue<AskedCover> = object((fields) => {
  fields.must("version", (value, path) => (value === version ? version : fault(path, `is not ${version}`)));
  return { cover: coverFrom(fields), ...fields.may("contact", contactFromJson) };
});

/** A cover in a report that a pack holds: without the contact sheet; how many entries of `feared` name acts that the pack does not show. */
export interface ToldCover extends Cover {
  readonly fearedLeftOut?: number;
}

/** Reads the cover of a report in a pack. A contact sheet has no place in it and is refused. */
export const toldCoverFromJson: ReadValue<ToldCover> = object((fields) => ({
  ...coverFrom(fields),
  ...fields.may("fearedLeftOut", count),
}));
