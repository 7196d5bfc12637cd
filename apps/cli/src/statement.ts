import {
  type ActId,
  type AgreedContact,
  type Identity,
  type ShownName,
  type NotThis,
  type ReadingTerms,
  type Result,
  type Statement,
  type StatedPerson,
  type StatementDocument,
  type Stop,
  type StopAt,
  type StopKind,
  type Timeline,
  type Zone,
  civilFromDays,
  civilToIso,
  contradictionIn,
  failed,
  isAfterStop,
  isBlank,
  isOnTheWall,
  nameForm,
  minuteToText,
  ok,
  parseActId,
  parseAgreed,
  parseStatedDay,
  parseStatedMinute,
  parseStatement,
  parseZone,
  placeStops,
  marksAgainstFile,
  strayOf,
  whyTwo,
  wideRulesOf,
} from "@unmask/core";
import { type StopLeftOut, chatsWithoutHer, namesWithoutAct, stateCase } from "@unmask/corridor";
import { personaOf } from "@unmask/importers";
import { patterns } from "@unmask/patterns";
import { sayCount } from "@unmask/words";
import { type Given, parseDayOption } from "./arguments.ts";
import { sayRulesToLookAt } from "./look-at-rules.ts";
import { noFile, whatMayStand } from "./one-document.ts";
import { oneLine } from "./one-line.ts";
import { sayNamesWithoutAct } from "./suggestions.ts";
import { readTextFile } from "./ports/named-file.ts";
import type { Terminal } from "./ports/terminal.ts";
import { sayWhyTwo } from "./why-two.ts";

/** The options by which a person says who is who and what happened when: short for the document of `--statement`, and added to it. */
export const statementShape = {
  statement: "text",
  me: "texts",
  them: "texts",
  perhaps: "texts",
  other: "texts",
  "one-group": "texts",
  "two-chats": "texts",
  "told-to-stop": "texts",
  blocked: "texts",
  "order-served": "texts",
  agreed: "texts",
  "not-this": "texts",
  anniversary: "texts",
  place: "texts",
} as const;

/** What the two are called where nothing is said. */
const labels = { me: "you", them: "them" } as const;

/** What she handed over in files of its own. */
export interface StatedFiles {
  readonly statement?: StatementDocument;
  /** The rules of the files named with `--agreed`. */
  readonly agreed: readonly AgreedContact<string>[];
}

/** Reads `--statement FILE` and the files among `--agreed`. The error names the file and the place in it, and says what to do. */
export async function readStatedFiles(given: Given, signal: AbortSignal): Promise<Result<StatedFiles, string>> {
  const agreed: AgreedContact<string>[] = [];
  for (const path of given.texts("agreed")) {
    if (parseActId(path) !== undefined) continue;
    const read = await readAs({ option: "agreed", path, signal }, parseAgreed);
    if (!read.ok) return read;
    for (const one of read.value) agreed.push(one);
  }
  const path = given.text("statement");
  if (path === undefined) return ok({ agreed });
  const statement = await readAs({ option: "statement", path, signal }, parseStatement);
  if (!statement.ok) return statement;
  if (statement.value.leftOut !== undefined)
    return failed(`${path} (--statement): this is the copy from a pack, which leaves things out. Use the statement that was kept.`);
  return ok({ statement: statement.value, agreed });
}

async function readAs<T>(
  { option, path, signal }: { readonly option: string; readonly path: string; readonly signal: AbortSignal },
  parse: (json: string) => Result<T, string>,
): Promise<Result<T, string>> {
  const text = await readTextFile(path, signal);
  if (text === undefined) return failed(noFile(option, path));
  const parsed = parse(text);
  return parsed.ok ? parsed : failed(`${path} (--${option}): ${parsed.error}. ${whatMayStand("statement")}`);
}

/** What she states, and the terms of reading that follow from it: the zone and the country of the document, where one was given. */
export interface Stated {
  readonly statement: Statement;
  readonly terms: ReadingTerms;
}

/** What she states: the options added to the document. `--anniversary` is `DATE=LABEL`. The error is a sentence about an option. */
export function statedIn(given: Given, terms: ReadingTerms, files: StatedFiles): Result<Stated, string> {
  const { statement: kept } = files;
  if (kept !== undefined && terms.zoneStated && terms.zone.name !== parseZone(kept.zone)?.name)
    return failed(`--zone ${terms.zone.name}: the statement says ${kept.zone}. Leave one of them out.`);
  const base: StatementDocument = kept ?? {
    zone: terms.zone.name,
    jurisdiction: "EW",
    country: terms.country,
    me: { label: namesGiven(given, "me")[0] ?? labels.me },
    them: { label: namesGiven(given, "them")[0] ?? labels.them },
  };
  const added = addOptions(base, given, files.agreed);
  if (!added.ok) return added;
  const twice = sayContradiction(added.value, given);
  if (twice !== undefined) return failed(twice);
  const wrong = contradictionIn(added.value);
  if (wrong !== undefined)
    return failed(`the options and the statement contradict each other: ${wrong.at.replace(/^answers$/, "your answers")} ${wrong.why}.`);
  const statement = stateCase(added.value);
  if (!statement.ok) return failed(`${statement.error}.`);
  const { zone, country } = statement.value;
  const coming = placeStops({ acts: [] }, statement.value).find(({ earliest }) => earliest > terms.at);
  if (coming)
    return failed(
      `${coming.kind} on ${civilToIso(civilFromDays(coming.day))}: that ${coming.exact} has not come yet. Write the day on which it was, or leave it out.`,
    );
  return ok({ statement: statement.value, terms: kept === undefined ? terms : { ...terms, zone, zoneStated: true, country } });
}

/** Names and acts that are in two of the four answers, by what she typed: she never saw a list, nor a place in one. */
function sayContradiction(
  { me, them, perhaps = [], others = [], marks = [], country }: StatementDocument,
  given: Given,
): string | undefined {
  const lists = [["me", me.names ?? []], ["them", them.names ?? []], ["perhaps", perhaps], ["other", others]] as const; // prettier-ignore
  const whereOf = (option: keyof typeof whoseByOption, text: string): string =>
    given.texts(option).includes(text) ? `--${option}` : `“${option === "other" ? "others" : option}” of the statement`;
  const before = new Map<string, { readonly option: keyof typeof whoseByOption; readonly name: string }>();
  for (const [option, names] of lists) {
    for (const name of names) {
      const forms = [nameForm(name), ...personaOf("", [name], { country }).normals];
      const first = forms.map((form) => before.get(form)).find((one) => one !== undefined && one.option !== option);
      if (first !== undefined) {
        const spelled = first.name === name ? "" : ` (as “${oneLine(first.name)}”)`;
        return `“${oneLine(name)}” is in ${whereOf(option, name)} and in ${whereOf(first.option, first.name)}${spelled}: take one away.`;
      }
      for (const form of forms) before.set(form, { option, name });
    }
  }
  const again = marks.find(({ act, whose }) => marks.some((other) => other.act === act && other.whose !== whose));
  if (again === undefined) return undefined;
  const options = (["me", "them", "perhaps", "other"] as const).filter((option) =>
    marks.some(({ act, whose }) => act === again.act && whose === whoseByOption[option]),
  );
  return options.length < 2
    ? undefined
    : `${again.act} is in ${options.map((option) => whereOf(option, again.act)).join(" and in ")}: take one away.`;
}

/** Options that take a name. One of which nothing can be seen compares like every other such name, and would match what nobody wrote. */
const nameOptions = ["me", "them", "perhaps", "other", "one-group", "two-chats", "place"] as const;

/** Characters of an act that stand in a refusal. */
const longestQuoted = 80;

/** Options of who is who. Each takes the id of an act as well: then she says it of that act alone. */
const whoseByOption = { me: "hers", them: "theirs", perhaps: "perhaps theirs", other: "other" } as const;

/** The names that were given with an option, without the ids of acts among them. */
function namesGiven(given: Given, option: keyof typeof whoseByOption): readonly string[] {
  return given.texts(option).filter((text) => parseActId(text) === undefined);
}

function marksIn(given: Given): NonNullable<StatementDocument["marks"]> {
  return (["me", "them", "perhaps", "other"] as const).flatMap((option) =>
    given.texts(option).flatMap((text) => {
      const act = parseActId(text);
      return act === undefined ? [] : [{ act, whose: whoseByOption[option] }];
    }),
  );
}

function addOptions(base: StatementDocument, given: Given, rules: readonly AgreedContact<string>[]): Result<StatementDocument, string> {
  const unseen = nameOptions.find((option) => given.texts(option).some(isBlank));
  if (unseen !== undefined)
    return failed(
      `--${unseen}: nothing of it can be seen. Type the name, number or account as the files show it, or leave the option out.`,
    );
  const stops = stopsIn(given, parseZone(base.zone));
  if (!stops.ok) return stops;
  const anniversaries = anniversariesIn(given);
  if (!anniversaries.ok) return anniversaries;
  const [names, twoNames] = [given.texts("one-group"), given.texts("two-chats")];
  for (const [option, some] of [
    ["one-group", names],
    ["two-chats", twoNames],
  ] as const)
    // prettier-ignore
    if (some.length > 0 && new Set(some.map(nameForm)).size < 2)
      return failed(`--${option}: write it once for each name of the group or chat, with two names at least.`);
  const notThis: NotThis[] = [];
  for (const text of given.texts("not-this")) {
    const act = parseActId(text);
    if (act === undefined) return failed(`--not-this ${text}: write the id of an act, as unmask read and unmask pattern --json give it.`);
    notThis.push({ act });
  }
  const single = given.texts("agreed").flatMap((text) => parseActId(text) ?? []);
  const agreed = [...rules, ...(single.length === 0 ? [] : [{ says: "agreed contact", acts: single }])];
  const { perhaps, others, marks, places, ...rest } = base;
  const said = answersIn(given);
  return ok({
    ...rest,
    ...(said === undefined ? {} : { answers: { ...base.answers, ...said } }),
    me: withNames(base.me, namesGiven(given, "me")),
    them: withNames(base.them, namesGiven(given, "them")),
    ...listOf("perhaps", perhaps, namesGiven(given, "perhaps")),
    ...listOf("others", others, namesGiven(given, "other")),
    ...listOf("oneGroup", base.oneGroup, names.length === 0 ? [] : [names]),
    ...listOf("twoChats", base.twoChats, twoNames.length === 0 ? [] : [twoNames]),
    ...listOf("marks", marks, marksIn(given)),
    ...listOf("stops", base.stops, stops.value),
    ...listOf("agreed", base.agreed, agreed),
    ...listOf("notThis", base.notThis, notThis),
    ...listOf("anniversaries", base.anniversaries, anniversaries.value),
    ...listOf("places", places, given.texts("place")),
  });
}

/** Both lists as one, each entry once; no key where both are empty. */
function listOf<K extends string, T>(key: K, kept: readonly T[] = [], more: readonly T[]): { readonly [P in K]?: readonly T[] } {
  const byForm = new Map([...kept, ...more].map((one) => [JSON.stringify(one), one]));
  const found: { [P in K]?: readonly T[] } = {};
  if (byForm.size > 0) found[key] = [...byForm.values()];
  return found;
}

function withNames({ label, names }: StatedPerson, more: readonly string[]): StatedPerson {
  return { label, ...listOf("names", names, more) };
}

const kindByOption = { "told-to-stop": "told to stop", blocked: "blocked", "order-served": "order served" } as const;

function stopsIn(given: Given, zone: Zone | undefined): Result<readonly Stop[], string> {
  const stops: Stop[] = [];
  for (const [option, kind] of Object.entries(kindByOption)) {
    for (const text of given.texts(option)) {
      if (isAnswer(text)) continue;
      const at = parseStopAt(text);
      if (at === undefined)
        return failed(
          `--${option} ${text}: write a day that exists as year-month-day, like 2026-03-02, with its minute, like 2026-03-02T09:05, or the id of an act.`,
        );
      if ("minute" in at && zone && !isOnTheWall(at.minute, zone))
        return failed(
          `--${option} ${text}: no clock in ${zone.name} showed that minute, because the clocks went forward over it. Write the minute that the clock showed, or the day alone.`,
        );
      stops.push(stopOf(kind, at));
    }
  }
  return ok(stops);
}

/** "none" and "not known" in the place of a stop: she was asked, and that is her answer. */
function isAnswer(text: string): text is "none" | "not known" {
  return text === "none" || text === "not known";
}

function answersIn(given: Given): StatementDocument["answers"] {
  const found = Object.entries(kindByOption).flatMap(([option, kind]) => {
    const answer = given.texts(option).find(isAnswer);
    return answer === undefined ? [] : [[kind, answer] as const];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

function stopOf(kind: StopKind, at: StopAt): Stop {
  return { kind, ...at };
}

function parseStopAt(text: string): StopAt | undefined {
  const day = parseStatedDay(text);
  if (day) return { day };
  const minute = parseStatedMinute(text);
  if (minute) return { minute };
  const act = parseActId(text);
  return act === undefined ? undefined : { act };
}

function anniversariesIn(given: Given): Result<Statement["anniversaries"], string> {
  const anniversaries: Statement["anniversaries"][number][] = [];
  for (const text of given.texts("anniversary")) {
    const cut = text.indexOf("=");
    const day = parseDayOption("anniversary", cut === -1 ? text : text.slice(0, cut));
    if (!day.ok) return day;
    if (cut === -1 || isBlank(text.slice(cut + 1))) return failed(`--anniversary ${text}: write DATE=NAME, like 2026-09-26=birthday.`);
    anniversaries.push({ day: day.value, label: text.slice(cut + 1) });
  }
  return ok(anniversaries);
}

/** Tells what was stated and stands in none of the files, so that a slip of the pen does not pass for silence, and what rules take or leave. */
export function sayStray(timeline: Timeline, statement: Statement, terminal: Pick<Terminal, "say">): void {
  const { acts, rules, groups, two } = strayOf(timeline, statement);
  const known = patterns.map(({ id }) => id);
  const findings = new Set((statement.notThis ?? []).flatMap(({ finding }) => finding ?? []));
  for (const finding of findings)
    if (!known.includes(finding))
      terminal.say(
        `No finding is called “${oneLine(finding)}”: what the statement says is “not this one” of it is counted as before. Findings are: ${known.join(", ")}.`,
      );
  sayNamesWithoutAct(namesWithoutAct(timeline, statement), terminal);
  for (const group of two)
    terminal.say(
      `No two groups or chats in these files that hold the same messages are called ${oneLine(group.join(", "))}: that they are two counts for nothing.`,
    );
  for (const group of groups) terminal.say(sayWhyTwo(group, whyTwo(timeline, group)));
  for (const act of acts) terminal.say(`No act in these files has the id ${act}: what was said of it counts for nothing.`);
  for (const { act, marked } of marksAgainstFile(timeline, statement))
    if (marked === "perhaps theirs")
      terminal.say(`The file names you as who sent ${act.id}, which you say is perhaps theirs: the report tells both.`);
  for (const says of rules)
    terminal.say(
      `No act in these files fits the rule of agreed contact “${says}”: it counts for nothing. Look at its person, channels, weekdays and hours.`,
    );
  for (const { says, taken, theirs, underOrder } of wideRulesOf(timeline, statement)) {
    const during = underOrder === 0 ? "" : `, ${underOrder} of these while an order or a bail condition held`;
    terminal.say(
      `The rule of agreed contact “${says}” takes ${taken} of ${sayCount(theirs, "act")} of theirs out of every other number${during}. If not all of that was agreed: give it a person, channels, weekdays and hours, or name the agreed acts one by one.`,
    );
  }
  sayRulesToLookAt(timeline, statement, terminal);
  for (const { kind, day, latest } of placeStops(timeline, statement)) {
    if (!timeline.acts.some(({ when }) => isAfterStop(when, { latest })))
      terminal.say(`No act in these files certainly came after ${civilToIso(civilFromDays(day))} (${kind}): nothing is said about it.`);
  }
}

/**
 * Says that nobody is named whom the report could be about, or that a statement by hand calls one of the two by a label alone: by a label nobody is
 * found, and her reading of every finding would be wrong. Tells whether it did.
 */
export function sayNobodyNamed({ me, them, perhaps, marks = [] }: Statement, terminal: Pick<Terminal, "say">): boolean {
  const isNobodyTheirs = them.normals.size === 0 && perhaps === undefined && !marks.some(({ whose }) => whose === "theirs");
  if (isNobodyTheirs)
    terminal.say(
      them.label === labels.them
        ? "Say who it is about with --them, once for each name, number or account."
        : `The statement calls them “${oneLine(them.label)}” and has no “names” of theirs: by a label nobody is found in the files, and nothing counts as theirs. Add them.names to it, or type --them once for each name, number or account.`,
    );
  const isLabelHers = me.normals.size === 0 && me.label !== labels.me;
  if (isLabelHers)
    terminal.say(
      `The statement calls you “${oneLine(me.label)}” and has no “names” of yours: by a label nobody is found in the files, and only what a file shows as its owner’s counts as yours. Add me.names to it, or type --me once for each name.`,
    );
  return isNobodyTheirs || isLabelHers;
}

/** Makes a question: is she asked of an identity already, because no act is by a name like it, or because its chat holds nothing by her? */
export function createIsAsked(timeline: Timeline, statement: Statement, shown: readonly ShownName[]): (identity: Identity) => boolean {
  const asked = [
    ...namesWithoutAct(timeline, statement).flatMap(({ open }) => open.map(({ identity }) => identity)),
    ...chatsWithoutHer(timeline, statement).flatMap(({ open }) => open),
    ...shown.map(({ identity }) => identity),
  ];
  const normals = new Set(asked.map(({ normal }) => normal));
  return ({ normal }) => normals.has(normal);
}

/**
 * Why a mark is not taken: the file itself names the other of the two as who sent the act. A sentence of hers about him would be printed as his. What he sent
 * by her phone she can say is perhaps theirs, and what she sent by his to be somebody else's than his.
 */
export function sayMarksAgainstFile(timeline: Timeline, statement: Statement): string | undefined {
  const [first] = marksAgainstFile(timeline, statement).filter(({ marked }) => marked !== "perhaps theirs");
  if (first === undefined) return undefined;
  const { act, named } = first;
  const quoted = oneLine((act.text ?? "").slice(0, longestQuoted));
  const words = quoted === "" ? "" : ` (“${quoted}”)`;
  return named === "hers"
    ? `${act.id}${words}: the file names you as who sent it, so that it is not taken as certainly theirs. If you wrote it, leave it out of “them”: what you told others of them is in the report as your words. If they sent it with your phone or account: --perhaps=${act.id}`
    : `${act.id}${words}: the file has it from a number or an account that you say is theirs, so that it is not taken as yours. If it is not by them: --other=${act.id}`;
}

/** Tells which acts that are not hers were named as a stop of hers. */
export function sayNotHers(acts: readonly ActId[], terminal: Pick<Terminal, "say">): void {
  for (const act of acts)
    terminal.say(
      `The act ${act} is not by you: it was not taken for a stop of yours. Name the message that you sent, or the day or minute of the stop. If you sent it: name its number or account with --me.`,
    );
}

/** Tells which of her stops leave the paper with an act that she leaves out, and how each can be stated without it. */
export function sayStopsLeftOut(stops: readonly StopLeftOut[], terminal: Pick<Terminal, "say">): void {
  for (const { kind, at } of stops) {
    const when = "minute" in at ? minuteToText(at.minute) : civilToIso(at.day);
    const option = Object.entries(kindByOption).find(([, of]) => of === kind)?.[0];
    const instead =
      option === undefined
        ? `write ${"minute" in at ? `"day": "${when.slice(0, 10)}"` : `"day": "${when}"`} in its place in the statement`
        : `give --${option} ${when} as well`;
    terminal.say(
      `The stop that you named by its message (${kind}, ${when}) is left out with it: the paper does not tell of it, and counts nothing as after it. ` +
        `To state it without the message, ${instead}; or let the message go.`,
    );
  }
}

/** Tells of which acts two things are said that cannot both be, because each stands under another id of one message. */
export function saySaidTwice(acts: readonly ActId[], terminal: Pick<Terminal, "say">): void {
  for (const act of acts)
    terminal.say(
      `What you say of ${act} is not what you say of the same message by its id in another export: what stands first counts. Take one of them out.`,
    );
}
