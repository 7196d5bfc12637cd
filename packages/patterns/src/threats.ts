import { type Statement, isTheirs, tellsViolence, threatensLife } from "@unmask/core";
import {
  nameInLine,
  sayCount,
  sayDay,
  sayFrom,
  sayKind,
  sayKinds,
  sayLaneLabel,
  sayNumber,
  sayRange,
  sayTimes,
  saySender,
  marks,
  withoutMarks,
} from "@unmask/words";
import { sayAbsences } from "./reading/absences.ts";
import { answersOfHers, jestDays, jestMinutes } from "./reading/jest.ts";
import { createHeldOrder } from "./after-stop/held-order.ts";
import { type Line, lineOf, quoteOf, quoteOrKind, quotingLine, sayStep, sayStepInCell, sayWhenOf, withOneStop } from "./reading/line.ts";
import { notTheseOfAnyStep, tellingNotThese } from "./reading/not-this.ts";
import type { Pattern } from "./pattern.ts";
import { type PlacedAct, idsOf } from "./reading/placed-act.ts";
import { answeredInLine, quoteInLine, sayAnswered, sayStepsOfSaved, sayWait, sayWords } from "./reading/say-answered.ts";
import { createSayTo } from "./reading/say-to.ts";
import { isToGroup } from "./reading/groups.ts";
import { findThreats, isThreat } from "./reading/threats.ts";
import { type Jest, isSaved } from "./reading/unnamed-threats.ts";
import { type MarkedFinding, spoken } from "./spoken.ts";

/** So many have a line of their own: they stand before the acts near her, which need theirs. */
const mostNamed = 4;
/** And so many of what others wrote. */
const mostOfOthers = 2;
/** And so many of what she wrote to others. */
const mostByHer = 3;

/** And so many jests, the latest: who is afraid laughs too, so each is to be read. */
const mostJests = 3;

/** Characters of a sender that a line has room for beside the words. */
const longestName = 30;

/** What has one line: a text, or all with the same words by the same person. */
interface Told {
  readonly last: PlacedAct;
  /** In order of time, with the last. */
  readonly acts: readonly PlacedAct[];
}

/** Messages with words of a plain threat, theirs and perhaps theirs, each quoted; and what others wrote of such words. */
export const threats: Pattern = spoken({
  id: "threats",
  looksFor: "Messages with words of a plain threat, and what others wrote of one.",
  find(timeline, statement) {
    const { told, jests, byOthers, byHer } = findThreats(timeline, statement);
    const { answerTo } = answersOfHers(timeline, statement);
    const sayTo = createSayTo(timeline, statement);
    const inOne = inSameWords(told, (one) => [sayStep(one.whose, one.act, statement).full, sayTo(one)].join("\n"));
    const heldOrder = createHeldOrder(timeline, statement);
    const chosen = new Set(inOrderOfChoice(inOne, (one) => heldOrder(one) !== undefined).slice(0, mostNamed));
    const rest = inOne.filter((one) => !chosen.has(one)).flatMap(({ acts }) => acts);
    const others = inSameWords(byOthers, ({ from }) => from.normal);
    const [first, later] = [others.slice(0, mostOfOthers), others.slice(mostOfOthers).flatMap(({ acts }) => acts)];
    const hers = inSameWords(byHer, sayTo);
    const toldFirst = new Set(inOrderOfDeed(hers).slice(0, mostByHer));
    const toldLater = hers.filter((one) => !toldFirst.has(one)).flatMap(({ acts }) => acts);
    const tell: Tell = (acts, { line, says, how = howTold, standing = "words of a threat" }) => ({
      pattern: threats.id,
      standing,
      line,
      says,
      acts: idsOf(acts),
      how,
      couldChange: [
        "How words were meant no record shows, and words that hold no threat by themselves can be one: whoever reads this should ask.",
        "English words alone are found, and none in pictures or voice messages.",
        ...sayAbsences(timeline, statement, acts),
      ],
      table: {
        columns: ["When", "What", "By", "From", "How known", "To", "Words"],
        rows: acts.map((one) => [
          sayWhenOf(one, statement.zone),
          sayKind(one),
          sayLaneLabel(one.lane),
          sayFrom(one.act),
          sayStepInCell(one.whose, one.act),
          sayTo(one),
          quoteOf(one.act) ?? "",
        ]),
      },
    });
    const [otherJests, jestsOneByOne] = [jests.slice(0, -mostJests), jests.slice(-mostJests)];
    const tellJests = (some: readonly Jest[], says: Said): MarkedFinding => {
      const told = tell(
        some.map(({ one }) => one),
        { ...says, how: howJest, standing: "count" },
      );
      const { columns, rows } = told.table;
      return {
        ...told,
        couldChange: ["Who is afraid laughs too, and answers kindly: whoever reads this should ask.", ...told.couldChange],
        table: {
          columns: [...columns, `${marks.Me} answered`],
          rows: rows.map((row, at) => [...row, sayAnswer(some[at])]),
        },
      };
    };
    const found = [
      ...inOne
        .filter((one) => chosen.has(one))
        .map((one) =>
          tell(one.acts, inOneLine(one, { to: sayTo(one.last), held: sayHeld(one, heldOrder), answer: answerTo(one.last) }, statement)),
        ),
      ...(rest.length > 0 ? [tell(rest, theRest(rest))] : []),
      ...first.map((one) => tell(one.acts, { ...toldBy(one, statement), ...ofOthers })),
      ...(later.length > 0
        ? [
            tell(later, {
              ...sameOf(
                `${sayCount(later.length, "more text")} by others tell of ${marks.them} and a threat, a weapon or where ${marks.you} ${marks.were}.`,
              ),
              ...ofOthers,
            }),
          ]
        : []),
      ...hers
        .filter((one) => toldFirst.has(one))
        .map((one) => tell(one.acts, { ...toldByHer(one, sayTo(one.last), statement), ...ofHers })),
      ...(toldLater.length > 0
        ? [
            tell(toldLater, {
              ...moreOfHers(toldLater.length),
              ...ofHers,
            }),
          ]
        : []),
      ...jestsOneByOne.map((jest) => tellJests([jest], jestInOneLine(jest, statement))),
      ...(otherJests.length > 0 ? [tellJests(otherJests, restOfJests(otherJests))] : []),
    ];
    return tellingNotThese(found, { refused: notTheseOfAnyStep(timeline, statement).filter(isThreat), statement });
  },
});

type Tell = (
  acts: readonly PlacedAct[],
  told: { readonly line: Line; readonly says: string; readonly how?: string; readonly standing?: MarkedFinding["standing"] },
) => MarkedFinding;

interface Said {
  readonly line: Line;
  readonly says: string;
}

/** Each text, and of those in the same words all together, in the order of the last of each. */
function inSameWords(all: readonly PlacedAct[], keyOf: (one: PlacedAct) => string): readonly Told[] {
  const actsByWords = new Map<string, PlacedAct[]>();
  for (const one of all) {
    const words = (one.text ?? "").trim().replace(/\s+/g, " ").toLowerCase();
    const key = words === "" ? one.id : `${keyOf(one)}\n${words}`;
    const same = actsByWords.get(key);
    if (same) same.push(one);
    else actsByWords.set(key, [one]);
  }
  const place = new Map(all.map((one, at) => [one, at]));
  return [...actsByWords.values()]
    .flatMap((acts) => acts.slice(-1).map((last) => ({ last, acts })))
    .sort((a, b) => (place.get(a.last) ?? 0) - (place.get(b.last) ?? 0));
}

/**
 * What went to a group last: all in it write so to each other. Of the others, and of these, what came while an order or bail held first; of these, and of
 * the rest, those that name death, a weapon, fire or children; of these what is theirs; of these the latest.
 */
function inOrderOfChoice(inOne: readonly Told[], isHeld: (one: PlacedAct) => boolean): readonly Told[] {
  const rankOf = ({ last, acts }: Told): number =>
    (isToGroup(last) ? 8 : 0) + (acts.some(isHeld) ? 0 : 4) + (threatensLife(last.text ?? "") ? 0 : 2) + (isTheirs(last.whose) ? 0 : 1);
  return [...inOne].reverse().sort((a, b) => rankOf(a) - rankOf(b));
}

/** ", while an order held"; of several in the same words of how many that is so, where it is not so of the last. */
function sayHeld({ last, acts }: Told, heldOrder: ReturnType<typeof createHeldOrder>): string {
  const held = acts.filter((one) => heldOrder(one) !== undefined);
  const [of = last] = held.slice(-1);
  return held.length === 0 ? "" : `, ${of === last ? "" : `${sayNumber(held.length)} `}while ${heldOrder(of) ?? "one"} held`;
}

interface Beside {
  /** To whom it went, where that is not her alone. */
  readonly to: string;
  readonly held: string;
  /** Hers, to the last of them: whoever reads the words should read what she made of them. */
  readonly answer: PlacedAct | undefined;
}

function inOneLine({ last, acts }: Told, beside: Beside, statement: Statement): Said {
  const to = beside.to === "" ? "" : `, to ${beside.to}`;
  const step = sayStep(last.whose, last.act, statement);
  const many = acts.length > 1 ? `${sayKinds(acts)} in the same words, the last on ` : "";
  const day = last.isStretch ? sayWhenOf(last, statement.zone) : sayDay(last.day);
  const when = many === "" ? sayWhenOf(last, statement.zone) : day;
  const head = `${many}${when}${to}${beside.held}`;
  // Whose it is and its words are never cut: of a group its size is said less soon than they, and the hour too.
  const [times, briefTo] = [many === "" ? "" : `${sayTimes(acts.length)}, last on `, to.replace(/ of \d[^,]*$/, "")];
  const short = `${times}${day}${to}${beside.held}`;
  const shortest = `${times}${day}${briefTo}${beside.held}`;
  const answered = answeredInLine(last, beside.answer);
  const isShorter = many !== "" || to !== "" || beside.held !== "";
  const frames: readonly (readonly [before: string, by: string])[] = [
    [head, step.full],
    [head, step.brief],
    ...(isShorter
      ? ([
          [short, step.full],
          [short, step.brief],
          [shortest, step.brief],
        ] as const)
      : []),
  ];
  return {
    line: quotingLine(last.act, {
      // bounded: three by five spellings.
      around: answered.flatMap((said) =>
        frames.map(
          ([before, by]) =>
            (words: string) =>
              `${before}: ${words}.${by}${said}`,
        ),
      ),
      without: [
        `${head}: ${sayKind(last).toLowerCase()}.${step.full}`,
        `${head}: ${sayKind(last).toLowerCase()}.${step.brief}`,
        ...(isShorter ? [`${shortest}.${step.brief}`] : []),
      ],
    }),
    says: withOneStop(`${head}: ${quoteOrKind(last.act)}.${step.full}${answered[0] ?? ""}`),
  };
}

function theRest(rest: readonly PlacedAct[]): Said {
  const perhaps = rest.filter(({ whose }) => !isTheirs(whose)).length;
  const doubt =
    perhaps === 0
      ? ""
      : perhaps === rest.length
        ? `, perhaps by ${marks.them}`
        : `, of these ${sayNumber(perhaps)} perhaps by ${marks.them}`;
  const [from, until] = [rest[0]?.day ?? 0, rest.reduce((most, { day }) => Math.max(most, day), rest[0]?.day ?? 0)];
  const says = `${sayCount(rest.length, "more act")} with words of a plain threat${doubt}`;
  return { line: lineOf(`${says}, ${sayRange(from, until)}.`, `${says}.`), says: `${says}, ${sayRange(from, until)}.` };
}

/** What somebody else wrote of their words: by whom it was told, because it is no word of theirs that a file shows. */
function toldBy({ last, acts }: Told, statement: Statement): Said {
  const when = sayWhenOf(last, statement.zone);
  const many = acts.length > 1 ? `${sayKinds(acts)} in the same words, the last on ` : "";
  const { name = "", wrote } = last.from;
  // Whom she saved under a name she knows by it: a warning by a bare number is read as one of nobody.
  const saved = isSaved(last.from) ? withoutMarks(nameInLine(name, longestName)) : undefined;
  const sender = saySender(last.from);
  const short = saved ?? (wrote === "" ? name : wrote);
  const inFull = sender === undefined ? "told by others" : `told by ${sender}`;
  const full = saved === undefined || wrote === "" ? inFull : `told by ${saved} (${withoutMarks(nameInLine(wrote, longestName))})`;
  const brief = short === "" ? "told by others" : `told by ${withoutMarks(nameInLine(short, longestName))}`;
  return {
    line: quotingLine(last.act, {
      around: [full, brief, "told by others"].map((by) => (words) => `${many}${when}, ${by}: ${words}.`), // bounded: three spellings.
      without: lineOf(`${many}${when}, ${full}.`, `${many}${when}, ${brief}.`),
    }),
    says: withOneStop(`${many}${when}, ${inFull}: ${quoteOrKind(last.act)}.`),
  };
}

/** Those first that tell of violence or name death, a weapon or fire; of these, and of the others, the earliest: it was written nearest to what it tells of. */
function inOrderOfDeed(hers: readonly Told[]): readonly Told[] {
  const rankOf = ({ last: { text } }: Told): number => (tellsViolence(text ?? "") || threatensLife(text ?? "") ? 0 : 1);
  return [...hers].sort((a, b) => rankOf(a) - rankOf(b));
}

/** What she wrote to somebody else of them: her words on the day, and no act of theirs that a file shows. */
function toldByHer({ last, acts }: Told, to: string, statement: Statement): Said {
  const when = sayWhenOf(last, statement.zone);
  const many = acts.length > 1 ? `${sayKinds(acts)} in the same words, the last on ` : "";
  const [receiver] = last.act.to;
  // Whom she saved under a name she knows by it.
  const saved = receiver && isSaved(receiver) && last.act.to.length === 1 ? withoutMarks(nameInLine(receiver.name ?? "", longestName)) : "";
  const spellings = [saved === "" ? to : `${saved} (${to})`, saved === "" ? to : saved, "others"].map(
    (whom) => `told by ${marks.you} to ${whom === "" ? "others" : whom}`,
  );
  const [by = ""] = spellings;
  return {
    line: quotingLine(last.act, {
      around: spellings.map((said) => (words) => `${many}${when}, ${said}: ${words}.`), // bounded: three spellings.
      without: lineOf(`${many}${when}, ${by}.`),
      // A greeting before what is told stands for nothing of it.
      isStop: !tellsViolence(last.text ?? ""),
    }),
    says: withOneStop(`${many}${when}, ${by}: ${quoteOrKind(last.act)}.`),
  };
}

function jestInOneLine({ one, answer }: Jest, statement: Statement): Said {
  const [when, day] = [sayWhenOf(one, statement.zone), sayDay(one.day)];
  const steps = one.whose === "other" ? sayStepsOfSaved(one, statement) : [""];
  const wait = sayWait({ one, answer });
  const [quoted, short] = [quoteOf(answer.act) ?? "", quoteInLine(answer)];
  const answered = sayAnswered({ one, answer });
  return {
    line: quotingLine(one.act, {
      around: steps.flatMap((by) => [
        (said: string) => `${when}: ${said}.${by}${answered}`,
        (said: string) => `${day}: ${said}.${by}${answered}`,
        (said: string) => `${day}: ${said}.${by} ${marks.Me}, ${wait}: ${short}.`,
      ]),
      without: steps.map((by) => `${when}.${by} ${marks.Me} answered in ${sayWords(answer.act)}, ${wait}.`),
    }),
    says: withOneStop(
      `${when}: ${quoteOrKind(one.act)}.${steps[0] ?? ""} ${marks.Me} answered ${quoted === "" ? short : quoted}, ${wait}.`,
    ),
  };
}

function sayAnswer(jest: Jest | undefined): string {
  return (jest && quoteOf(jest.answer.act)) ?? "";
}

function restOfJests(jests: readonly Jest[]): Said {
  const days = jests.map(({ one }) => one.day);
  const [from, until] = [days[0] ?? 0, days.reduce((most, day) => Math.max(most, day), days[0] ?? 0)];
  return sameOf(
    `${sayCount(jests.length, "more message")} with words that can be a threat, ${sayRange(from, until)}. ${marks.Me} answered ${jests.length === 1 ? "it" : "each"} with laughter.`,
  );
}

/** Whether a text tells of violence or of another man no list knows: it says no more than what was found. A name of any length has a spelling without it. */
function moreOfHers(count: number): Said {
  const [texts, rest] = [sayCount(count, "more text"), `${count === 1 ? "has" : "have"} words of violence, a threat, intrusion or fear.`];
  const says = `${texts} of ${marks.yours} in ${count === 1 ? "a chat that names" : "chats that name"} ${marks.them} ${rest}`;
  return { line: lineOf(says, says.replace(` of ${marks.yours}`, ""), `${texts} to others ${rest}`), says };
}

function sameOf(says: string): Said {
  return { line: lineOf(says), says };
}

const howTold =
  `Texts that are ${marks.theirs} or perhaps ${marks.theirs} are taken where their words hold a plain threat (English; found and not weighed), and what was stated to be a threat; acts near ${marks.you} are told there. Texts in the same words by the same person have one line. ` +
  `The first ${mostNamed} have a line each: what went to ${marks.you} alone before what went to a group, then what came while an order or bail held before others, then those that name death, a weapon, fire or children, then what is ${marks.theirs} before what is perhaps ${marks.theirs}, of these the latest; all stand by time.`;
const howOthers = `Texts by others are taken that name ${marks.them} by a name that was stated, or as the kin of a sender, speak of what he or she said or will do and hold a plain threat, say that he or she has a weapon, waits or watches where ${marks.you} ${marks.are} or asks for it, or that somebody was paid, or was given or asked where ${marks.you} ${marks.are} (English); and what was typed so under the name of somebody who was called somebody else. They are no act of ${marks.theirs}, and in no number. The first ${mostOfOthers} have a line each.`;
const howHers = `Texts of ${marks.yours} to others are taken that name ${marks.them} by a name that was stated, or say “he” or “she” in a chat where about an hour before or after somebody did, and have words of violence, a threat, a weapon, damage, coming in, a tracker, following, waiting where ${marks.you} ${marks.were}, or fear (English; found and not weighed). They are the words of ${marks.you} on that day, no act of ${marks.theirs}, and in no number of theirs. The first ${mostByHer} have a line each: those that tell of violence or name death, a weapon or fire before others, of these the earliest.`;
const ofHers = { how: howHers, standing: "not said whose" } as const;
/** Behind the acts near her, with what came by numbers that nobody named: it is nobody’s threat until a person says so. */
const ofOthers = { how: howOthers, standing: "not said whose" } as const;
const howJest =
  `Texts with words that friends say in jest too are taken here where ${marks.you} answered the very text, in ${jestMinutes} minutes, with laughter or fondness, and so every such text of ${marks.theirs}; where both begin and both send about as much; where there is no stop, order, block or bail condition, no harm by kind, no mark or answer of ${marks.yours} against it; and where in the ${jestDays} days before and after, and in what was written down at any time, no word of fear, refusal, force or the police was found (English), nor in those days anything near ${marks.you} that was not plainly welcome. ` +
  `None names a weapon, fire, a grave or children, hangs on silence, leaving, another person or the police, is said to be meant, or came by a number that nobody saved. The latest ${mostJests} have a line each. That it was a jest is not said: the answer stands beside it.`;
