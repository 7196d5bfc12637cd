import {
  type Answer,
  type Contact,
  type Instant,
  type OtherPerson,
  type Persona,
  type Said,
  type Stretch,
  type Zone,
  dayIn,
  daysFromCivil,
  hoursByDay,
} from "@unmask/core";
import { sayFirst, sayList, sayWeekday } from "@unmask/words";
import { contactTemplate } from "./contact-template.ts";
import { wordsTemplate } from "./page-template.ts";
import { drawHours, groupsOf, sayGroups, sayHours } from "./contact-hours.ts";
import { printDrawing } from "./drawing-svg.ts";
import { type ReportDocument, type ReportOptions, documentOf, utcPartsOf } from "./report-document.ts";
import { type Words, quoted, wordsOf } from "./words.ts";

/** Who and when, beside what she filled in. */
export interface ContactSheet {
  readonly contact: Contact;
  /** The two people, by the names that the report has for them. */
  readonly me: Pick<Persona, "label">;
  readonly them: Pick<Persona, "label">;
  /** In which the sheet's days are. */
  readonly zone: Zone;
  readonly madeAt: Instant;
}

/**
 * How and when it is safe to reach her, as a page of its own (docs/formats/cover.md, "The contact sheet"). Its first sentence is the whole
 * sheet. What was not asked is said, never filled in. The same sheet gives the same bytes.
 */
export function contactDocument(sheet: ContactSheet, { engine }: Pick<ReportOptions, "engine">): ReportDocument {
  return documentOf(sheetData(sheet), { main: "/contact.typ", template: wordsTemplate + contactTemplate, engine });
}

/** Words in one ink; `bold` stands out, `soft` is ours and not hers. */
interface Run {
  readonly run: Words;
  readonly bold?: boolean;
  readonly soft?: boolean;
}

interface Row {
  readonly head: string;
  readonly runs: readonly Run[];
}

/** More groups of days than this are not read at once: then the sentence points to the drawing. */
const mostGroups = 3;

function sheetData({ contact, me, them, zone, madeAt }: ContactSheet): object {
  const byDay = byDayOf(contact);
  const hours = byDay && drawHours(byDay);
  const { filledIn } = contact;
  return {
    date: utcPartsOf(madeAt),
    who: wordsOf(me.label),
    them: wordsOf(them.label),
    filledIn: `${sayWeekday(daysFromCivil(filledIn))}, ${[filledIn.hour, filledIn.minute].map((part) => String(part).padStart(2, "0")).join(":")}`,
    first: [...reachRuns(contact, me.label), ...hoursRuns(contact, byDay), ...firstWordsRuns(contact)],
    code: codeRuns(contact, me.label),
    hours: hours
      ? { ...printDrawing(hours.drawing), width: hours.drawing.width, height: hours.drawing.height, alt: hours.drawing.alt }
      : null,
    hoursInWords: byDay && hours && !hours.isReadable ? sayHours(byDay) : null,
    rows: rowsOf(contact, { who: me.label, today: dayIn(zone, madeAt) }),
  };
}

/** The week's hours; undefined where nobody knows them. Not asked is a week in white, no safe hour a week of "never". */
function byDayOf({ hours }: Contact): readonly (readonly Stretch[])[] | undefined {
  if (hours === "not known") return undefined;
  if (hours === "none") return Array.from({ length: 7 }, () => [{ is: "never", from: 0, until: 1_440 }]);
  return hoursByDay(hours ?? []);
}

const plain = (text: string): Run => ({ run: wordsOf(text) });
const strong = (text: string): Run => ({ run: wordsOf(text), bold: true });
const soft = (text: string): Run => ({ run: wordsOf(text), soft: true });

/** A sentence ends in a stop: ours is put where she wrote none. */
function sentence(text: string): string {
  return /[.!?…”"]$/u.test(text.trim()) ? text.trim() : `${text.trim()}.`;
}

const verbs = { text: "Text", call: "Call", "text or call": "Text or call", "e-mail": "Write to", other: "Reach by" } as const;

function reachRuns({ reach }: Contact, who: string): readonly Run[] {
  if (reach === undefined) return [plain(`By which way ${who} can be reached: `), strong("not asked.")];
  if (reach === "none") return [strong(`There is no safe way to reach ${who}.`)];
  if (reach === "not known") return [plain(`By which way ${who} can be reached is `), strong("not known.")];
  return [plain(`${verbs[reach.by]} `), strong(reach.at)];
}

function hoursRuns({ reach, hours }: Contact, byDay: readonly (readonly Stretch[])[] | undefined): readonly Run[] {
  const isOpen = typeof reach === "object";
  const dot = isOpen ? "." : "";
  if (hours === undefined) return [plain(`${dot} Which hours are safe: `), strong("not asked.")];
  if (hours === "not known" || !byDay) return [plain(`${dot} Which hours are safe is `), strong("not known.")];
  if (hours === "none") return [plain(dot), strong(" No hour is safe.")];
  const groups = groupsOf(byDay, "safe");
  if (groups.length === 0)
    return [plain(`${dot} Which hours are safe: `), strong("not asked."), plain(" Never in those that are hatched below.")];
  const said = groups.length > mostGroups ? "in the hours that are black below" : sayGroups(groups);
  return [plain(isOpen ? `, ${said}.` : ` ${sayFirst(said)}.`)];
}

function firstWordsRuns({ firstWords }: Contact): readonly Run[] {
  if (firstWords === undefined) return [plain(" Which words to begin with: "), strong("not asked.")];
  if (firstWords === "none") return [plain(" No words to begin with are agreed.")];
  if (firstWords === "not known") return [plain(" Which words to begin with is "), strong("not known.")];
  return [plain(" Begin with: "), strong(quoted(firstWords.says))];
}

function codeRuns({ codeWords }: Contact, who: string): readonly Run[] {
  if (codeWords === undefined) return [plain("Which words are the answer when it is safe: "), strong("not asked.")];
  if (codeWords === "none") return [plain("No words are agreed that say that it is safe.")];
  if (codeWords === "not known") return [plain("Which words say that it is safe is "), strong("not known.")];
  const { safe, stop } = codeWords;
  return [
    plain(`${who} answers `),
    strong(quoted(safe)),
    plain(" if it is safe"),
    ...(stop === undefined ? [] : [plain(", "), strong(quoted(stop)), plain(" if it is not")]),
    plain(". Anything else, or nothing: stop, try next day."),
  ];
}

function rowsOf(contact: Contact, { who, today }: { who: string; today: number }): readonly Row[] {
  const { never, why, wrongVoice, instead, emergency, hear } = contact;
  return [
    { head: "Never", runs: answerRuns(never, (all) => [plain(all.map(sentence).join(" "))]) },
    { head: "Why", runs: answerRuns(why, ({ says }) => [plain(quoted(says)), soft(` ${who}’s words; nothing else is known of it.`)]) },
    {
      head: "If another answers",
      runs: [...namedRuns("What to say", wrongVoice, quoted), plain(" Never say police. No second call that day.")],
    },
    { head: "If there is no answer", runs: answerRuns(instead, (all) => [plain(all.map(sayOther).join(" "))]) },
    {
      head: "In an emergency",
      runs: [plain("If there may be danger now, all of this gives way: send a car. "), ...namedRuns("Where to", emergency, sentence)],
    },
    { head: "To speak", runs: speakingRuns(contact) },
    {
      head: "Wants to hear",
      runs: answerRuns(hear, (all) => [
        plain(all.map(({ what, when }) => sentence(when === undefined ? what : `${what}: ${when}`)).join(" ")),
      ]),
    },
    { head: "Until", runs: untilRuns(contact, today) },
  ];
}

/** Three facts, three looks: not asked is soft, none and not known are answers. */
function answerRuns<T extends object>(answer: Answer<T> | undefined, say: (value: T) => readonly Run[]): readonly Run[] {
  if (answer === undefined) return [soft("Not asked.")];
  return typeof answer === "string" ? [plain(answer === "none" ? "None." : "Not known.")] : say(answer);
}

/** The same behind a name, which is left out before her words. */
function namedRuns(name: string, answer: Answer<Said> | undefined, say: (words: string) => string): readonly Run[] {
  if (answer === undefined) return [plain(`${name}: `), soft("not asked.")];
  return [plain(typeof answer === "string" ? `${name}: ${answer}.` : say(answer.says))];
}

function sayOther({ who, at, when, says }: OtherPerson): string {
  const how = [who, at, when].filter((part) => part !== undefined).join(", ");
  return says === undefined ? sentence(how) : `${sentence(how)} ${sentence(says)}`;
}

function speakingRuns({ speak = {} }: Contact): readonly Run[] {
  const asked = [
    ["language", speak.language],
    ["officer", speak.officer],
    ["interpreter", speak.interpreter],
    ["hearing", speak.hearing],
  ] as const;
  const unasked = asked.filter(([, answer]) => answer === undefined).map(([name]) => name);
  if (unasked.length === asked.length) return [soft("Not asked.")];
  const said = asked.flatMap(([name, answer]) => {
    if (answer === undefined) return [];
    const says = typeof answer === "string" ? answer : answer.says;
    // A language needs no name before it: "English."
    return [sentence(name === "language" && typeof answer !== "string" ? says : `${sayFirst(name)}: ${says}`)];
  });
  return [plain(said.join(" ")), ...(unasked.length === 0 ? [] : [soft(` Not asked: ${sayList(unasked)}.`)])];
}

function untilRuns({ until }: Contact, today: number): readonly Run[] {
  if (until === undefined) return [soft("Not asked.")];
  if (until === "none") return [plain("No last day is set.")];
  if (until === "not known") return [plain("Not known: ask again, by this way and in these hours.")];
  const last = daysFromCivil(until);
  if (last < today) return [strong(`${sayWeekday(last)}: that day is past.`), plain(" Ask again before anything here is used.")];
  return [plain(`${sayWeekday(last)}; then ask again, by this way and in these hours.`)];
}
