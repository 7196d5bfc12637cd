import { type Act, type Statement, type Timeline, isTheirs, normalName, shownNames } from "@unmask/core";
import { sayCount, sayDay, sayFirst, sayFrom, sayKind, sayKinds, sayLaneLabel, marks } from "@unmask/words";
import type { Pattern } from "./pattern.ts";
import { actsOfAnyStep } from "./reading/acts-of-any-step.ts";
import { sayDoubts } from "./reading/doubt.ts";
import { createInGroupEver, createInGroupThen } from "./reading/group-then.ts";
import { isToGroup, sayGroups } from "./reading/groups.ts";
import { type Line, lineOf, quoteOf, quoteOrKind, quotingLine, sayStep, sayStepInCell, sayWhenOf, withOneStop } from "./reading/line.ts";
import { sayOfThese } from "./reading/of-these.ts";
import { notTheseOfAnyStep, tellingNotThese } from "./reading/not-this.ts";
import { type PlacedAct, idsOf } from "./reading/placed-act.ts";
import { sayReceivers } from "./reading/say-to.ts";
import { type MarkedFinding, spoken } from "./spoken.ts";

/** So many acts have a line of their own. */
const mostNamed = 3;
/** A name shorter than this would be found in every other word. */
const shortestName = 3;
/** A text longer than this is read to here: a mail of many megabytes could make every reading of a timeline slow. */
const longestText = 20_000;

/** What is published, and not sent to somebody. */
const publishedKinds: ReadonlySet<Act["kind"]> = new Set<Act["kind"]>(["post", "mention", "comment"]);
/** What can be sent to other people about her. */
const sentKinds: ReadonlySet<Act["kind"]> = new Set<Act["kind"]>(["message", "voicemail", "call"]);

/** What was sent to people around her, and what was published: by them, perhaps by them, or about her by somebody who is not known. */
export const peopleAroundHer: Pattern = spoken({
  id: "people-around-her",
  looksFor: "What was sent to your employer, your family or other people about you, and what was published.",
  find(timeline, statement) {
    const isAround = createAround(timeline, statement);
    const isInHerName = createInHerName(timeline, statement);
    const all = actsOfAnyStep(timeline, statement).filter(isAround);
    const around = all.filter((one) => !isInHerName(one));
    // Where she lives now, told to others, must not stand behind three insults.
    const first = [...around.filter(({ act }) => tellsOthersWhere.test(wordsOf(act))), ...around];
    const chosen = new Set([...new Set(first)].slice(0, mostNamed));
    const rest = around.filter((one) => !chosen.has(one));
    const sayTo = createSayTo(timeline);
    const asked = { statement, sayTo, inHerName: all.length - around.length };
    const found = [
      ...around.filter((one) => chosen.has(one)).map((one) => findingOf([one], lineAbout(one, asked), asked)),
      ...(rest.length > 0 ? [findingOf(rest, lineOf(`To other people or published, besides: ${sayKinds(rest)}.`), asked)] : []),
    ];
    return tellingNotThese(found, { refused: notTheseOfAnyStep(timeline, statement).filter(isAround), statement });
  },
});

/** Words about somebody who is not spoken to. */
const ofThirdPerson = /\b(?:she|her|hers|he|him|his)\b/i;
/** Words that tell others where somebody lives, works or is. */
const tellsOthersWhere =
  /\b(?:lives?|living|moved|works?|working|stays|staying|parks?|parked)\b.{0,20}\b(?:at|in|on|to|near|opposite|with)\b|\b(?:her|his) (?:new )?(?:address|flat|house|number|place|school|work|car)\b/i;

/** Makes a question: does an act, that is not hers, go to people around her? */
function createAround(timeline: Timeline, statement: Statement): (one: PlacedAct) => boolean {
  const isAboutHer = createAboutHer(statement);
  const isInGroupThen = createInGroupThen(timeline, statement);
  const isInGroupEver = createInGroupEver(timeline, statement);
  // In a group that she had left "she" is told, though it can be somebody else; in any other it takes her name.
  const isBehindHer = (one: PlacedAct): boolean => ofThirdPerson.test(wordsOf(one.act)) && isInGroupEver(one) && !isInGroupThen(one);
  return (one) => {
    const { act, kind, lane, whose } = one;
    if (lane === "in-person") return false;
    const isKnown = isTheirs(whose) || whose === "perhaps theirs";
    if (publishedKinds.has(kind)) return isKnown;
    if (isToGroup(one)) return sentKinds.has(kind) && isKnown && (isAboutHer(act) || isBehindHer(one));
    return sentKinds.has(kind) && one.isToOthers && (isKnown || isAboutHer(act));
  };
}

/** Makes a question: does an account of which she did not say whose it is show a name of hers? Her own answer about it is no act of others; she is asked. */
function createInHerName(timeline: Timeline, statement: Statement): (one: PlacedAct) => boolean {
  const marked = new Set((statement.marks ?? []).map(({ act }) => act));
  const shown = shownNames(timeline, statement).filter(({ whose }) => whose === "hers");
  const normals = new Set(shown.map(({ identity }) => identity.normal));
  return ({ id, from, whose }) => whose === "other" && normals.has(from.normal) && !marked.has(id);
}

/** Whether an act names her: one of her names, or her first name, whole words only. */
function createAboutHer({ me }: Statement): (act: Act) => boolean {
  const spelled = [me.label, ...(me.normalsByName?.keys() ?? [])].filter((name) => name !== "you" && /^[\p{L}'’. -]+$/u.test(name));
  const names = new Set(
    spelled
      .map(normalName)
      .flatMap((name) => [name, name.split(" ")[0] ?? ""])
      .filter(({ length }) => length >= shortestName),
  );
  if (names.size === 0) return () => false;
  return ({ text, subject = "" }) => {
    const padded = ` ${normalName(`${subject} ${(text ?? "").slice(0, longestText)}`).replace(/[^\p{L}\p{N}]+/gu, " ")} `;
    return [...names].some((name) => padded.includes(` ${name.replace(/[^\p{L}\p{N}]+/gu, " ")} `));
  };
}

/** What is read of its subject and its text. */
function wordsOf({ text, subject = "" }: Act): string {
  return `${subject} ${(text ?? "").slice(0, longestText)}`;
}

/** Says to whom: "to Mum", "to a group of 5 or more", "published". */
type SayTo = (one: PlacedAct) => string;

function createSayTo(timeline: Timeline): SayTo {
  return (one) => {
    if (publishedKinds.has(one.kind)) return "published";
    const to = isToGroup(one) ? sayGroups(timeline, [one]) : sayReceivers(one.act);
    return to === "" ? "published" : `to ${to}`;
  };
}

interface Asked {
  readonly statement: Statement;
  /** Acts of which the sender shows a name of hers, and of which she is asked. */
  readonly inHerName: number;
  readonly sayTo: SayTo;
}

function lineAbout(one: PlacedAct, { statement, sayTo }: Asked): Line {
  const { zone } = statement;
  const head = `${one.isStretch ? sayWhenOf(one, zone) : sayDay(one.day)}, ${sayTo(one)}`;
  const step = sayStep(one.whose, one.act, statement);
  const what = sayKind(one).toLowerCase();
  return quotingLine(one.act, {
    around: [step.full, step.brief, step.least].map((by) => (words) => `${head}: ${words}.${by}`),
    without: lineOf(...[step.full, step.brief, step.least].map((by) => `${head}: ${what}.${by}`)), // bounded: three spellings.
  });
}

function findingOf(acts: readonly PlacedAct[], line: Line, { statement, sayTo, inHerName }: Asked): MarkedFinding {
  const { zone, jurisdiction } = statement;
  const [first] = acts;
  const published = jurisdiction.examplesByKind.find(({ kinds }) => kinds.includes("post"))?.codes ?? [];
  const isPublished = (one: PlacedAct): boolean => publishedKinds.has(one.kind) || isToGroup(one);
  const codes = published.length === 0 ? [] : acts.filter(isPublished).map(({ id }) => [id, published] as const);
  const unsure = acts.filter(({ whose }) => !isTheirs(whose)).length;
  return {
    pattern: peopleAroundHer.id,
    standing: "people around her",
    line,
    says:
      acts.length === 1 && first !== undefined
        ? withOneStop(
            `${sayWhenOf(first, zone)}, ${sayTo(first)}: ${quoteOrKind(first.act)}.${sayStep(first.whose, first.act, statement).full}`,
          )
        : `To other people or published, besides: ${sayKinds(acts)}.${unsure > 0 ? ` Who sent or published ${sayOfThese(unsure, acts.length)} is not certain.` : ""}`,
    acts: idsOf(acts),
    how:
      `Posts, mentions and comments are taken that are ${marks.theirs} or perhaps ${marks.theirs}; messages, calls and voicemails of which every receiver is somebody else, ${marks.theirs}, perhaps ${marks.theirs}, or by anybody else where that names ${marks.you}, but not by an account that shows a name of ${marks.yours} and of which ${marks.you} did not say whose it is. ` +
      `Of what went to a group those are taken, ${marks.theirs} or perhaps ${marks.theirs}, that name ${marks.you}, or that speak of somebody as “she” or “he” in a group in which ${marks.you} had written and did not write again. ` +
      `The first ${mostNamed} have a line each, those that tell where somebody lives or works before others. What is published, or told to a group, can be the example of publishing in the statute; from a message to somebody else no letter follows.`,
    couldChange: [
      "What other people were told is in these files only where it was handed over; there can be more.",
      ...(inHerName > 0
        ? [
            `${sayCount(inHerName, "act")} to other people, by an account that shows a name of ${marks.yours} and that ${marks.you} did not name, ${inHerName === 1 ? "is" : "are"} in none of these: anybody can choose that name.`,
          ]
        : []),
      "Whether a post is about the person who hands this in, a person has to say.",
      "An address of the person who hands this in that nobody named counts here as somebody else's.",
      ...sayDoubts(acts, zone.name),
    ],
    table: {
      columns: ["When", "What", "By", "From", "To", "How known", "Words"],
      rows: acts.map((one) => [
        sayWhenOf(one, zone),
        sayKind(one),
        sayLaneLabel(one.lane),
        sayFrom(one.act),
        sayFirst(sayTo(one)),
        sayStepInCell(one.whose, one.act),
        quoteOf(one.act) ?? "",
      ]),
    },
    ...(codes.length > 0 ? { codesByAct: Object.fromEntries(codes) } : {}),
  };
}
