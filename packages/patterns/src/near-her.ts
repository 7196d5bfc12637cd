import {
  type Finding,
  type Kind,
  type Statement,
  createSaidOther,
  gravestKinds,
  homeChannels,
  isAccountOfViolence,
  isInPerson,
  isTheirs,
  placeOfNear,
  tellsViolence,
} from "@unmask/core";
import {
  nameInLine,
  sayCount,
  sayDay,
  sayFirst,
  sayFrom,
  sayKind,
  sayKinds,
  sayLaneLabel,
  sayList,
  sayNumber,
  marks,
  withoutMarks,
} from "@unmask/words";
import type { Pattern } from "./pattern.ts";
import { actsOfAnyStep } from "./reading/acts-of-any-step.ts";
import { sayDoubts } from "./reading/doubt.ts";
import { createEveryday, daysAround, leastBegun, leastDays, mostTimes } from "./reading/everyday.ts";
import { quietHours } from "./reading/initiative.ts";
import {
  type Step,
  lineOf,
  quoteOf,
  quotingLine,
  sayStep,
  sayStepInCell,
  sayBroughtStep,
  sayStepInWords,
  sayTypedStep,
  sayWhenOf,
  withOneStop,
} from "./reading/line.ts";
import { sayOfThese } from "./reading/of-these.ts";
import { notTheseOfAnyStep, tellingNotThese } from "./reading/not-this.ts";
import { type PlacedAct, idsOf } from "./reading/placed-act.ts";
import { createSayToOthers } from "./reading/say-to.ts";
import { findNamedInWords } from "./reading/named-in-words.ts";
import { isTeller, isTypedTelling } from "./reading/typed-telling.ts";
import { type TypedName, typedNameByAct } from "./reading/typed-names.ts";
import { type MarkedFinding, spoken } from "./spoken.ts";

/** So many acts have a line of their own; a first page has room for them beside what else stands out. */
const mostNamed = 6;
/** So many of these lines are taken from what is by somebody named by what was broken or entered by nobody known. */
const mostOfNobody = 2;

/** A text longer than this is read to here: words of many megabytes could make every reading of a timeline slow. */
const longestText = 20_000;

/** An act near her, with the name of which she has not said whose it is, where it stands under one, and to whom it was done, where not to her. */
interface NearAct extends PlacedAct {
  readonly typed: TypedName | undefined;
  /** The stated name that its words hold, where the column for who did it names nobody. */
  readonly inWords: string | undefined;
  /** "Mum", where all that it was done to are somebody else; else empty. Whose house that was no file says, and it was not hers. */
  readonly to: string;
  /** Its words tell of violence: in her own account any word of force, in a record what was done to one of the two, or a plain threat. */
  readonly isViolent: boolean;
  /** She said of whoever did it that it is somebody else. */
  readonly isSaidOther: boolean;
}

/** What has one line: an act, or all acts of one kind in the same words and known in the same way. */
interface Told {
  readonly last: NearAct;
  /** In order of time, with the last. */
  readonly acts: readonly NearAct[];
}

/** Acts where she was, in her home, or into her accounts: each named, with its day and its words. */
export const nearHer: Pattern = spoken({
  id: "near-her",
  looksFor: "What happened where you were, at your home, to your things, or in your accounts and devices.",
  find(timeline, statement) {
    const typed = typedNameByAct(timeline, statement);
    const inWords = new Map(findNamedInWords(timeline, statement).map(({ one, name }) => [one.id, name]));
    const sayToOthers = createSayToOthers(timeline, statement);
    const isSaidOther = createSaidOther(statement);
    const nearIn = (acts: readonly PlacedAct[]): readonly NearAct[] =>
      acts
        .filter((one) => placeOfNear(one) !== undefined)
        .map((one) => ({
          ...one,
          typed: typed.get(one.act),
          inWords: inWords.get(one.id),
          to: sayToOthers(one.act),
          isViolent: isOfViolence(one),
          isSaidOther: isSaidOther(one.from),
        }));
    const near = nearIn(actsOfAnyStep(timeline, statement));
    const isEveryday = createEveryday(timeline, statement);
    const everyday = near.filter(isEveryday);
    const named = everyday.length === 0 ? near.filter(isNamed) : near.filter((one) => isNamed(one) && !isEveryday(one));
    const told = inSameWords(named, statement);
    const chosen = new Set(inOrderOfChoice(inOrderOfKinds(told.map(({ last }) => last))).slice(0, mostNamed));
    const inOrder = told.filter(({ last }) => chosen.has(last));
    const isInLine = new Set(inOrder.flatMap(({ acts }) => acts));
    const rest = named.filter((one) => !isInLine.has(one));
    const seen = near.filter(isSeenByCamera);
    const found = [
      ...inOrder.map((one) => inOneLine(one, statement)),
      ...(rest.length > 0 ? [theRest(rest, statement)] : []),
      ...(everyday.length > 0 ? [inEverydayContact(everyday, statement)] : []),
      ...(seen.length > 0 ? [seenByCamera(seen, statement)] : []),
    ];
    const refused = nearIn(notTheseOfAnyStep(timeline, statement)).filter((one) => isNamed(one) || isSeenByCamera(one));
    return tellingNotThese(found, { refused, statement });
  },
});

function isOfViolence({ grade, text, subject = "" }: PlacedAct): boolean {
  const words = `${subject} ${(text ?? "").slice(0, longestText)}`;
  return grade === "own-account" ? isAccountOfViolence(words) : tellsViolence(words);
}

/** Each act, and of those in the same words all together, in the order of the last of each: thirty handovers must not hide the one that was none. */
function inSameWords(named: readonly NearAct[], statement: Statement): readonly Told[] {
  const toldByWords = new Map<string, NearAct[]>();
  for (const one of named) {
    const words = (one.text ?? "").trim().replace(/\s+/g, " ").toLowerCase();
    const key = words === "" ? one.id : [one.kind, sayStepOf(one, statement).full, one.to, one.channel, words].join("\n");
    const same = toldByWords.get(key);
    if (same) same.push(one);
    else toldByWords.set(key, [one]);
  }
  const place = new Map(named.map((one, at) => [one, at]));
  return [...toldByWords.values()]
    .flatMap((acts) => acts.slice(-1).map((last) => ({ last, acts })))
    .sort((a, b) => (place.get(a.last) ?? 0) - (place.get(b.last) ?? 0));
}

/** Kinds of one place in the order in which they have a turn; whatever else was in person is one kind behind them. */
const kindsInTurn: readonly Kind[] = ["following", "threat", "visit", "gift"];
/** The same of what came into accounts and devices: a tracker that was found before the log-ins. */
const intoInTurn: readonly Kind[] = ["device", "location", "login", "check", "view"];

/**
 * What tells of violence first. Else and among these by kind, of each place the kinds in turn, so that neither ten letters nor ten visits take all lines;
 * of a kind own accounts first, then theirs, then the latest. What nobody knows who did stands last, but violence, damage and coming in.
 */
function inOrderOfKinds(named: readonly NearAct[]): readonly NearAct[] {
  const isPassedOver = (one: NearAct): boolean => isOfNobody(one) && !gravestKinds.includes(one.kind) && !one.isViolent;
  const turns = new Map<string, number>();
  return [...named]
    .reverse()
    .sort((a, b) => Number(isPassedOver(a)) - Number(isPassedOver(b)) || placeOf(a) - placeOf(b) || surenessOf(a) - surenessOf(b))
    .map((one) => {
      const [group, rank] = [groupOf(one), rankOf(one)];
      const kind = `${group} ${rank}`;
      const turn = turns.get(kind) ?? 0;
      turns.set(kind, turn + 1);
      return { one, isLast: isPassedOver(one), group, turn, rank };
    })
    .sort((a, b) => Number(a.isLast) - Number(b.isLast) || a.group - b.group || a.turn - b.turn || a.rank - b.rank)
    .map(({ one }) => one);
}

function placeOf({ act }: NearAct): number {
  return placeOfNear(act) ?? 0;
}

/** The place without its step for an own account, which orders acts of one kind; ahead of all places, and alike for all kinds, what tells of violence. */
function groupOf(one: NearAct): number {
  return one.isViolent ? -1 : Math.floor(placeOf(one) / 2);
}

/** When its kind has a turn. */
function rankOf({ act, kind }: NearAct): number {
  const kinds = isInPerson(act) ? kindsInTurn : intoInTurn;
  const at = kinds.indexOf(kind);
  return at < 0 ? kinds.length : at;
}

/** Those first of which nobody's take no more lines than they may; the others of nobody behind all. */
function inOrderOfChoice(byKind: readonly NearAct[]): readonly NearAct[] {
  let ofNobody = 0;
  const within = new Set(byKind.filter((one) => !isOfNobody(one) || ++ofNobody <= mostOfNobody));
  return [...within, ...byKind.filter((one) => !within.has(one))];
}

/** 0: theirs, or by a name she typed that shares its words with theirs. 1: perhaps theirs. 2: by nobody known. */
function surenessOf({ whose, typed, inWords }: NearAct): number {
  if (isTheirs(whose) || typed?.mayBe === "theirs") return 0;
  return whose === "perhaps theirs" || typed !== undefined || inWords !== undefined ? 1 : 2;
}

/** By nobody named. */
function isOfNobody(one: NearAct): boolean {
  return surenessOf(one) === 2;
}

/** Theirs, perhaps theirs, by a name of which she has not said whose it is, or what she wrote down or was asked about of somebody whom she does not know. */
function isNamed(one: NearAct): boolean {
  const { grade, whose, typed, inWords } = one;
  if (isTheirs(whose) || whose === "perhaps theirs") return true;
  return (
    typed !== undefined ||
    inWords !== undefined ||
    isBrought(one) ||
    isBySomebodyElse(one) ||
    (whose === "withheld" && grade === "own-account")
  );
}

/** Somebody told her of violence, and she typed it under the name of whoever brought the word. */
function isBrought({ grade, whose, from, text, isViolent }: NearAct): boolean {
  return grade === "own-account" && whose === "other" && isViolent && isTeller(from, text);
}

/** Kinds that stay a fact whoever did it, as violence does. */
const kindsByAnybody: ReadonlySet<Kind> = new Set<Kind>(["damage", "entry", "following", "threat", "device"]);

/** What she wrote down of violence, a break-in, a tracker or a following by somebody of whom she said that it is not them: it happened all the same. */
function isBySomebodyElse({ grade, kind, whose, isViolent, isSaidOther }: NearAct): boolean {
  return grade === "own-account" && whose === "other" && (isViolent || kindsByAnybody.has(kind)) && isSaidOther;
}

/** A camera saw somebody: the post, a neighbour or them. Such records are a number and not acts of anybody. */
function isSeenByCamera({ kind, act, whose }: NearAct): boolean {
  return kind === "visit" && homeChannels.has(act.channel) && (whose === "withheld" || whose === "other");
}

/** By whom, in the way that it is known. */
function sayStepOf(one: NearAct, statement: Statement): Step {
  const { typed, inWords, whose, act } = one;
  if (inWords !== undefined) return sayStepInWords(inWords, act);
  if (isBrought(one)) return sayBroughtStep(act.from.wrote);
  return typed === undefined ? sayStep(whose, act, statement) : sayTypedStep(typed.identity.wrote);
}

function inOneLine({ last, acts }: Told, statement: Statement): MarkedFinding {
  const { zone } = statement;
  const to = last.to === "" ? "" : `, to ${last.to}`;
  const [when, day] = [sayWhenOf(last, zone), last.isStretch ? sayWhenOf(last, zone) : sayDay(last.day)];
  const what = sayKind(last).toLowerCase();
  const step = sayStepOf(last, statement);
  const quoted = quoteOf(last.act);
  const first = acts[0] ?? last;
  const many = acts.length > 1 ? `${sayKinds(acts)} in the same words, the last ${last.isStretch ? "" : "on "}` : "";
  return {
    pattern: nearHer.id,
    standing: "near her",
    line: quotingLine(last.act, {
      around: [
        ...(many === ""
          ? [(words: string) => `${when}${to}: ${words}.${step.full}`, (words: string) => `${when}${to}: ${words}.${step.brief}`]
          : []),
        ...(many === "" ? [] : [(words: string) => `${many}${day}${to}: ${words}.${step.full}`]),
        (words) => `${many}${day}${to}: ${words}.${step.brief}`,
      ],
      without: lineOf(`${many}${when}${to}: ${what}.${step.full}`, `${many}${day}${to}: ${what}.${step.brief}`),
    }),
    says: withOneStop(
      many === ""
        ? `${when}${to}: ${what}${quoted === undefined ? "" : `, ${quoted}`}.${step.full}`
        : `${many}${day}${to}, the first ${first.isStretch ? sayWhenOf(first, zone) : `on ${sayDay(first.day)}`}: ${quoted ?? what}.${step.full}`,
    ),
    acts: idsOf(acts),
    how: howNamed,
    couldChange: doubtsAbout(acts, zone.name),
    table: tableOf(acts, zone),
  };
}

const howNamed =
  `Visits, followings, things left or sent, damage, coming in and whatever else was in person are taken; log-ins, devices, locations, checks and views through a camera or an assistant too. ` +
  `Contact that was agreed is not. Acts of one kind in the same words by the same person have one line. What was done to other people alone stands with to whom, and not as where ${marks.you} ${marks.were}; nor does a post, a message or an act of another kind that was typed into an account, unless it tells of violence. The first ${mostNamed} by this rule have a line each: ahead of all kinds an account of ${marks.yours} that tells of force, a weapon, a threat or an injury, and a record with words of a plain threat or of what one did to the other (English words, found and not weighed); else, and among these, by kind, damage, coming in, then following, threats in person, visits, things left and what else was in person in turn, then devices, locations, log-ins, checks and views in turn; of one kind an own account first, then what is ${marks.theirs}, then what is perhaps ${marks.theirs} or by a typed name of which ${marks.you} did not say whose it is (one that shares its words with ${marks.theirs} first), or with nobody in the column for who did it and a name of ${marks.theirs} in the words, of these the latest. What is by nobody named comes after all of these, but violence, damage and coming in: these stand by kind as well, in ${mostOfNobody} lines at most while other acts have none. All stand by time, each with by whom it was or that this is not known; what nobody is known to have done has no letter.`;

function theRest(rest: readonly NearAct[], { zone }: Statement): MarkedFinding {
  const perhaps = rest.filter(({ whose }) => !isTheirs(whose)).length;
  const doubt = perhaps > 0 ? ` Who did ${sayOfThese(perhaps, rest.length)} is not certain.` : "";
  const isToldOnly = (one: NearAct): boolean => isTypedTelling(one) && !one.isViolent;
  const told = rest.filter(isToldOnly);
  const there = rest.filter((one) => !isToldOnly(one));
  const [toHer, toOthers] = [there.filter(({ to }) => to === ""), there.filter(({ to }) => to !== "")];
  const sayWhere = (where: string): string =>
    [
      ...(toHer.length > 0 ? [`${where}: ${sayKinds(toHer)}`] : []),
      ...(toOthers.length > 0 ? [`to other people: ${sayKinds(toOthers)}`] : []),
      ...(told.length > 0 ? [`written down without a place: ${sayKinds(told)}`] : []),
    ].join("; ");
  return {
    pattern: nearHer.id,
    standing: "near her",
    line: lineOf(
      `Besides, ${sayWhere(`near ${marks.you}`)}.${doubt}`,
      `${sayCount(rest.length, "more act")} near ${marks.you}${toOthers.length + told.length === 0 ? "" : " or elsewhere"}.${doubt}`,
    ),
    says: `Besides, ${sayWhere(`where ${marks.you} ${marks.were}, at home or in accounts`)}.${doubt}`,
    acts: idsOf(rest),
    how: howNamed,
    couldChange: doubtsAbout(rest, zone.name),
    table: tableOf(rest, zone),
  };
}

/** Presents and visits between two who are in touch every day: counted, with each in the table, and none by itself. */
function inEverydayContact(acts: readonly NearAct[], { zone }: Statement): MarkedFinding {
  const first = acts[0]?.day ?? 0;
  const last = acts.reduce((most, { day }) => Math.max(most, day), first);
  const says = `In everyday contact on both sides: ${sayKinds(acts)}`;
  return {
    pattern: nearHer.id,
    standing: "count",
    line: lineOf(`${says}.`),
    says: `${says}, ${first === last ? `on ${sayDay(first)}` : `from ${sayDay(first)} to ${sayDay(last)}`}. Around each both sides sent something, and no word that the rule knows says that it was unwelcome.`,
    acts: idsOf(acts),
    how: howEveryday,
    couldChange: [
      `What was written down can leave out that something was unwelcome: whoever reads this should ask. Where ${marks.you} said of one whose it is, it stands by itself.`,
      ...doubtsAbout(acts, zone.name),
    ],
    table: tableOf(acts, zone),
  };
}

const howEveryday =
  `A gift or a visit that is ${marks.theirs} is counted here, and not told by itself, where all of this is so: ` +
  `over the whole time ${marks.you} sent about as much or more, and ${marks.you} began again after ${quietHours} quiet hours at least one time in ${leastBegun}; ` +
  `in the ${daysAround} days before it and in the ${daysAround} days after it each side sent something on at least ${leastDays} days, and ${marks.they} at most ${mostTimes} times as much; ` +
  `up to the end of these days there was no stop, block, order or bail condition, no damage, coming in, following or threat, and nothing into accounts or devices; ` +
  `nobody wrote in these days that a person should stay away, is afraid, goes to the police or will be hurt; it was not between midnight and 5; ` +
  `its own words, where it has any, are plain English without a word of refusal, fear, force, waiting or a place outside; and ${marks.you} did not mark it. Where one of these is not known it stands by itself.`;

/** Characters of a name in a record of a camera, and names that a line has room for. */
const longestCalled = 20;
const mostCalled = 2;
/** English: what a camera calls whoever it does not know, or itself. */
const callsNobody =
  /^(?:an? )?(?:unknown|unfamiliar|visitors?|persons?|people|someone|somebody|stranger|guest|human|motion|animal|vehicle|n\/?a|none)\b|^[-?]+$|\b(?:door|doorbell|cam|camera|bell|drive|garden|gate|porch|detected)\b/i;

/** The record calls whoever it saw by a word of its own: “Postman”. That is no stranger of whom nothing is known. */
function isCalledSomebody({ from }: NearAct): boolean {
  return from.kind === "name" && from.wrote.trim() !== "" && !callsNobody.test(from.wrote.trim());
}

function seenByCamera(acts: readonly NearAct[], { zone }: Statement): MarkedFinding {
  const first = acts[0]?.day ?? 0;
  const last = acts.reduce((most, { day }) => Math.max(most, day), first);
  const days = first === last ? `on ${sayDay(first)}` : `from ${sayDay(first)} to ${sayDay(last)}`;
  const called = acts.filter(isCalledSomebody);
  const names = [...new Set(called.map(({ from }) => from.wrote))].map((name) => `“${withoutMarks(nameInLine(name, longestCalled))}”`);
  const [unknown, ofNames] = [acts.length - called.length, names.length <= mostCalled ? sayList(names) : sayCount(names.length, "name")];
  const seen = unknown === 0 ? "" : `A camera at the door saw somebody ${sayCount(unknown, "time")}`;
  const whom = `by a name in its record: ${ofNames}`;
  const calls = called.length === 0 ? "" : unknown === 0 ? `A camera at the door saw somebody ${sayCount(called.length, "time")}, ${whom}` : `${sayNumber(called.length)} more ${whom}`; // prettier-ignore
  return {
    pattern: nearHer.id,
    standing: "count",
    line:
      unknown === 0
        ? lineOf(`${calls}; ${days}.`, `${calls}.`)
        : calls === ""
          ? lineOf(`${seen}, ${days}. By whom is not known.`)
          : lineOf(`${seen}, ${days}. By whom is not known. ${sayFirst(calls)}.`, `${seen}. By whom is not known. ${sayFirst(calls)}.`),
    says:
      unknown === 0
        ? `${calls}, ${days}. ${sayFirst(marks.you)} can say of each who it was.`
        : `${seen}, ${days}. It does not say who; ${marks.you} can say so of each.${calls === "" ? "" : ` Beside these it has ${calls}.`}`,
    acts: idsOf(acts),
    how: "Every record of a doorbell or a camera that somebody was there is counted, where the record or the person whose door it is names nobody.",
    couldChange: [
      "A camera does not know who is at the door: post, neighbours and visitors are in this number.",
      ...sayDoubts(acts, zone.name),
    ],
    table: tableOf(acts, zone),
  };
}

function doubtsAbout(acts: readonly NearAct[], zoneName: string): readonly string[] {
  return [
    "Whose an act is rests on what the record names and on what was said about it; each stands with how it is known.",
    ...sayDoubts(acts, zoneName),
  ];
}

function sayHowKnownInCell({ typed, inWords, whose, act }: NearAct): string {
  if (inWords !== undefined) return `no name in the column for it; the words name ${inWords}`;
  return typed === undefined ? sayStepInCell(whose, act) : `not yet said whether ${marks.them}`;
}

/** `How known`: the step of whose it is (docs/formats/statement.md). */
function tableOf(acts: readonly NearAct[], zone: Statement["zone"]): Finding["table"] {
  return {
    columns: ["When", "What", "By", "From", "How known", "To", "Words"],
    rows: acts.map((one) => [
      sayWhenOf(one, zone),
      sayKind(one),
      sayLaneLabel(one.lane),
      sayFirst(sayFrom(one.act)),
      sayHowKnownInCell(one),
      one.to,
      quoteOf(one.act) ?? "",
    ]),
  };
}
