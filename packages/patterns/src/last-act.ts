import { type Finding, type Statement, type Timeline, firstInstantOf, lastInstantOf, msPerMinute, placeOfNear } from "@unmask/core";
import { type Age, sayAge, sayClock, sayCount, sayDay, sayIdentity, sayKind, sayList, sayNumber, marks } from "@unmask/words";
import { sayAbsences } from "./reading/absences.ts";
import { notNamedThen, sayNotNamedThen } from "./after-stop/not-named-then.ts";
import { actsOfAnyStep } from "./reading/acts-of-any-step.ts";
import { besideTheirs, leftAside, sayBesideLeft } from "./reading/beside-theirs.ts";
import { sayByLane } from "./reading/by-lane.ts";
import { createSayTo } from "./reading/say-to.ts";
import { actsNotNamed } from "./reading/not-named.ts";
import { openChats } from "./reading/open-chats.ts";
import { lineOf, quoteOf, quoteOrKind, quotingLine, sayThemAs, withOneStop } from "./reading/line.ts";
import type { Pattern } from "./pattern.ts";
import { isOfOpenDate } from "./reading/doubt.ts";
import { type PlacedAct, idsOf, lastOf } from "./reading/placed-act.ts";
import { isSent, isTheirWords } from "./reading/reply.ts";
import { actsByWhose } from "./reading/their-acts.ts";
import { spoken } from "./spoken.ts";

/** What she sent so shortly before is told with the act: “Come and get it” is another sentence behind “Where is my sofa”. */
const answerMinutes = 60;
/** The last act of theirs, how old it is, and what came later that is not certainly theirs. */
export const lastAct: Pattern = spoken({
  id: "last-act",
  looksFor: "The last thing they did, and how long ago that was.",
  find(timeline, statement, asked) {
    const { theirs } = actsByWhose(timeline, statement);
    const last = lastOf(theirs);
    if (last === undefined) return [];
    const isRead = isReadDayFirst(last, theirs);
    const [read, readBriefly] = isRead ? [", as read day first", ", read day first"] : ["", ""];
    const { zone } = statement;
    const { says, brief, clock, cell } = tellAge(sayAge(last, asked.at ?? last.earliest, zone, isRead || asked.at === undefined));
    const isAhead = asked.at !== undefined && last.earliest > asked.at;
    const them = sayThemAs(last.whose, last.act, statement.them.label);
    const to = createSayTo(timeline, statement)(last);
    const toWhom = to === "" ? "" : `, to ${to}`;
    const at = clock && last.hour !== undefined ? ` at ${sayClock(last.earliest, zone)}` : "";
    const hour = last.hour === undefined ? "" : ` at ${sayClock(last.earliest, zone)}`;
    const left = sayBesideLeft(leftAside(timeline, statement, (one) => !one.isFar && lastInstantOf(one) > lastInstantOf(last)));
    const head = `The last act by ${them}${left} in these files, ${sayDay(last.day)}${at}${read}${toWhom}${asked.at === undefined ? "" : says}`;
    const headBriefly = `Last act by ${them}${left}, ${sayDay(last.day)}${at}${readBriefly}${toWhom}${asked.at === undefined ? "" : brief}`;
    const answered = answeredBy(last, timeline, statement);
    const minutes = answered && sayMinutes(last, answered);
    const quoted = answered && quoteOf(answered.act);
    const wrote = answered ? ` ${marks.Me} wrote ${minutes} before.` : "";
    const later = laterThan(last, timeline, statement);
    const frames = quoted?.startsWith("“")
      ? [head, headBriefly].map((one) => (words: string) => `${one}: ${words}, ${minutes} after ${marks.your} ${quoted}.${later.line}`) // bounded: two heads.
      : [];
    return [
      {
        pattern: lastAct.id,
        standing: "last act",
        line: quotingLine(last.act, {
          around: [
            ...frames,
            (words) => `${head}: ${words}.${wrote}${later.line}`,
            (words) => `${headBriefly}: ${words}.${wrote}${later.line}`,
            (words) => `${headBriefly}: ${words}.${wrote}${later.brief}`,
            // How many stand in the sentence below; the words of the last act do not give way to a number.
            ...(left === ""
              ? []
              : [(words: string) => `${headBriefly}: ${words}.${wrote}`, (words: string) => `${headBriefly}: ${words}.`]),
          ],
          without: lineOf(`${head}.${wrote}${later.line}`, `${headBriefly}.${wrote}${later.line}`, `${headBriefly}.${wrote}${later.brief}`),
        }),
        says: withOneStop(
          `The last act by ${them}${left} that the files show was on ${sayDay(last.day)}${hour}${read}${toWhom}${asked.at === undefined ? "" : says}: ${sayKind(last).toLowerCase()}${last.kind === "call" ? "" : `, ${sayByLane(last.lane)}`}.` +
            `${answered ? ` ${minutes} before, ${marks.you} sent: ${quoteOrKind(answered.act)}.` : ""}${later.says}`,
        ),
        acts: idsOf([last]),
        how:
          `The latest act that counts as ${marks.theirs} is taken; days are counted on the calendar of ${zone.name} from it to the day on which this was made, and under 24 hours its age by the hour. ` +
          `What ${marks.you} sent in the same conversation in the ${answerMinutes} minutes before stands with it. Later by others are acts that certainly came after it: perhaps ${marks.theirs}, or by numbers and accounts about which it is asked whether they are ${marks.theirs}; what ${marks.you} wrote down of what was near ${marks.you}, by nobody known; and what ${marks.you} said was agreed or is “not this one”, which can be the last of all.`,
        couldChange: [
          ...(isAhead ? [`The act is dated after ${marks.moment}: a clock may have been ahead, or a time be read wrongly.`] : []),
          `Something may have come later that no file holds, and what is perhaps ${marks.theirs} or by nobody named may have come later.`,
          ...sayAbsences(timeline, statement, [last]),
        ],
        table: tableOf(last, later, { cell, answered, isLeft: left !== "" }),
      },
    ];
  },
});

/** Whether it is the last as it is read: month first, another could be, or this one be of another day. */
function isReadDayFirst(last: PlacedAct, theirs: readonly PlacedAct[]): boolean {
  return theirs.some((one) => isOfOpenDate(one.doubts) && (one === last || one.lastDay > last.day));
}

function tableOf(
  last: PlacedAct,
  later: Later,
  { cell, answered, isLeft }: { readonly cell: string; readonly answered: PlacedAct | undefined; readonly isLeft: boolean },
): Finding["table"] {
  return {
    columns: [
      "Last act",
      `Age on the day of ${marks.now}`,
      "Minutes after words sent to it",
      `Later, perhaps ${marks.theirs}`,
      "Later, by accounts not named",
      ...(isLeft ? ["Later, agreed", "Later, “not this one”"] : []),
    ],
    rows: [
      [
        sayDay(last.day),
        cell,
        answered ? minutesBetween(last, answered) : "",
        later.perhaps,
        later.notNamed,
        ...(isLeft ? [later.agreed, later.refused] : []),
      ],
    ],
  };
}

/** The age of an act, as a line tells it and as a cell does. */
interface ToldAge {
  /** ", 3 hours before this report" of an act of less than a day ago of which the minute is known; else by days. */
  readonly says: string;
  readonly brief: string;
  /** It is so young that its minute is told. */
  readonly clock: boolean;
  readonly cell: string;
}

function tellAge(age: Age | undefined): ToldAge {
  // A clock was ahead, or a time was read wrongly: an age would be false.
  if (age === undefined) {
    const says = `, dated after ${marks.moment}`;
    return { says, brief: says, clock: true, cell: "not told" };
  }
  const { says, isExact, days } = age;
  // "0 days before" would be false of what can have come after.
  if (!isExact && days === 0) return { says: `, ${marks.sameDay}`, brief: `, ${marks.sameDay}`, clock: false, cell: "the same day" };
  if (isExact) return { says: `, ${says} before ${marks.moment}`, brief: `, ${says} before ${marks.moment}`, clock: true, cell: says };
  return { says: `, ${says} before ${marks.now}`, brief: `, ${says} ago`, clock: false, cell: says };
}

/** What she sent last in the same conversation, where it has words and the act came shortly after it. */
function answeredBy(last: PlacedAct, timeline: Timeline, statement: Statement): PlacedAct | undefined {
  if (!isSent(last) || !isTheirWords(last) || last.latest - last.earliest >= msPerMinute) return undefined;
  const before = actsByWhose(timeline, statement).hers.findLast(
    (one) =>
      isSent(one) &&
      one.lane === last.lane &&
      one.act.thread === last.act.thread &&
      one.earliest <= last.earliest &&
      one.latest <= last.latest,
  );
  const isShortly = before !== undefined && before.latest - before.earliest < msPerMinute && minutesBetween(last, before) <= answerMinutes;
  return isShortly && (before.act.text ?? "").trim() !== "" ? before : undefined;
}

function minutesBetween(last: PlacedAct, before: PlacedAct): number {
  return Math.floor((last.earliest - before.earliest) / msPerMinute);
}

function sayMinutes(last: PlacedAct, before: PlacedAct): string {
  const minutes = minutesBetween(last, before);
  return minutes < 1 ? "under a minute" : sayCount(minutes, "minute");
}

interface Later {
  readonly line: string;
  readonly brief: string;
  readonly says: string;
  readonly perhaps: number;
  readonly notNamed: number;
  readonly agreed: number;
  readonly refused: number;
}

/** What certainly came after it and can be theirs: an account that went quiet does not mean that it has ended. */
function laterThan(last: PlacedAct, timeline: Timeline, statement: Statement): Later {
  const end = lastInstantOf(last);
  const isLater = (one: PlacedAct): boolean => !one.isFar && firstInstantOf(one) > end;
  const perhaps = besideTheirs(timeline, statement).perhaps.filter(isLater).length;
  const left = leftAside(timeline, statement, isLater);
  const [agreed, refused] = [left.agreed.length, left.refused.length];
  const chats = openChats(timeline, statement).filter(({ whose }) => whose !== "hers");
  const inChats = new Map(chats.map(({ people: [, other] }) => [other.normal, other]));
  const others = inChats.size === 0 ? [] : actsByWhose(timeline, statement).others.filter(isLater);
  const notNamed = actsNotNamed(timeline, statement).filter((one) => isLater(one) && !inChats.has(one.from.normal)).length;
  // Each stands in the chat of whoever wrote it: the second name of a chat that may be theirs.
  const laterInChats = others.filter(({ from }) => inChats.has(from.normal));
  const [firstInChats] = laterInChats;
  const named = firstInChats && inChats.get(firstInChats.from.normal);
  const who =
    named &&
    `${sayNumber(laterInChats.length)} by ${sayIdentity(named)}${new Set(laterInChats.map(({ from }) => from.normal)).size > 1 ? " and others" : ""}, not stated`;
  const written = actsOfAnyStep(timeline, statement).filter((one) => isLater(one) && isOfNobodyInDiary(one)).length;
  const open = sayNotNamedThen(notNamed, sayNumber, notNamedThen(timeline, statement).values());
  const parts = [
    ...sayLeft(agreed, refused),
    ...(who === undefined ? [] : [who]),
    ...(perhaps > 0 ? [`${sayNumber(perhaps)} perhaps ${marks.theirs}`] : []),
    ...(notNamed > 0 ? [`${open} by accounts not named`] : []),
    ...(written > 0 ? [`${sayNumber(written)} written down, by whom not known`] : []),
  ];
  if (parts.length === 0) return { line: "", brief: "", says: "", perhaps, notNamed, agreed, refused };
  const says = [
    ...(agreed > 0 ? [`${sayCount(agreed, "act")} that ${marks.you} said ${agreed === 1 ? "was" : "were"} agreed`] : []),
    ...(refused > 0 ? [`${sayCount(refused, "act")} of which ${marks.you} said “not this one”`] : []),
    ...(who === undefined ? [] : [`${who} whose, in a chat that holds the same messages`]),
    ...(perhaps > 0 ? [`${sayCount(perhaps, "act")} that ${perhaps === 1 ? "is" : "are"} perhaps ${marks.theirs}`] : []),
    ...(notNamed > 0
      ? [`${perhaps > 0 ? sayNumber(notNamed) : sayCount(notNamed, "act")} by accounts not named that act like ${marks.theirs}`]
      : []),
    ...(written > 0 ? [`${sayCount(written, "act")} near ${marks.you} that ${marks.you} wrote down, by whom is not known`] : []),
  ];
  return {
    line: ` Later: ${parts.join(", ")}.`,
    brief: ` Later: ${[...(agreed + refused > 0 ? [`${sayNumber(agreed + refused)} left aside`] : []), ...(who === undefined ? [] : [`${sayNumber(laterInChats.length)} in a second chat`]), ...(perhaps > 0 ? [`${sayNumber(perhaps)} perhaps`] : []), ...(notNamed > 0 ? [`${open} not named`] : []), ...(written > 0 ? [`${sayNumber(written)} not known`] : [])].join(", ")}.`,
    says: ` Later came ${sayList(says)}.`,
    perhaps,
    notNamed,
    agreed,
    refused,
  };
}

/** A wreath on her windscreen, which she wrote down and of which nobody knows by whom it was, can be the last of all. */
function isOfNobodyInDiary({ grade, whose, act }: PlacedAct): boolean {
  return grade === "own-account" && whose === "withheld" && placeOfNear(act) !== undefined;
}

function sayLeft(agreed: number, refused: number): readonly string[] {
  return [...(agreed > 0 ? [`${sayNumber(agreed)} agreed`] : []), ...(refused > 0 ? [`${sayNumber(refused)} “not this one”`] : [])];
}
