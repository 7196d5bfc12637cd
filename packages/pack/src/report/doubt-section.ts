import {
  type Exhibit,
  type Flag,
  type Report,
  type SourceSpan,
  flags as allFlags,
  createWhose,
  isHerSideKnown,
  marksAgainstFile,
  shownNames,
  tallyKnown,
} from "@unmask/core";
import { namesInPrint, sayCount, sayFlag, sayList, sayNumber, saySize } from "@unmask/words";
import { commonDoubts } from "./findings-section.ts";
import { findExhibit } from "../find-exhibit.ts";
import type { Disclosed } from "./disclosed-acts.ts";
import { sayNotThis } from "./not-this-acts.ts";
import { type Words, nameInPrint, wordsOf } from "./words.ts";

/** A heading and what is to be said under it. */
interface Item {
  readonly head: string;
  readonly says: Words;
}

/** Lines of one list that are printed; the pack's data holds all. */
const mostListed = 60;

/** Coverage and doubt in one table: what was not read, not kept, not certain, held back, what speaks against it, and how acts were chosen. */
export function doubtSection(report: Report, disclosed: Disclosed): readonly Item[] {
  const items = [
    ...unreadItems(report),
    ...keptItems(report),
    ...report.assumptions.map((assumption) => ({ head: "Assumed", says: assumption })),
    ...flagItems(disclosed),
    ...clockItems(disclosed),
    ...withdrawnItems(report),
    ...heldBackItems(report, disclosed),
    ...otherSideItems(report, disclosed),
    ...shownNameItems(report, disclosed),
    ...markItems(report, disclosed),
    ...[sayNotThis(report, disclosed)].flatMap((says) => (says === "" ? [] : [{ head: "Not this one", says }])),
    { head: "Chosen", says: report.selection.rule },
    ...report.selection.moreExists.map((says) => ({ head: "More exists", says })),
    ...commonDoubts(report.findings).map(({ says, numbers }) => ({
      head: numbers.length === report.findings.length ? "Every finding" : `Findings ${sayList(numbers.map(String))}`,
      // In the pattern the sentence stands under one finding, and “these” are its acts.
      says: /\bof these\b/.test(says) ? `${says} “These” are the acts of each of the findings, counted by itself.` : says,
    })),
  ];
  return items.map(({ head, says }) => ({ head, says: wordsOf(says) }));
}

interface Plain {
  readonly head: string;
  readonly says: string;
}

/** Unread spans, drawn together by file and reason. */
function unreadItems({ unread, exhibits }: Report): Plain[] {
  const exhibitOf = findExhibit(exhibits);
  const totals = new Map<string, { where: string; reason: string; spans: number; bytes: number }>();
  for (const { reason, source } of unread) {
    const where = placeOf(source, exhibitOf);
    const key = `${where}\u001f${reason}`;
    const total = totals.get(key) ?? { where, reason, spans: 0, bytes: 0 };
    total.spans++;
    total.bytes += source.end - source.start;
    totals.set(key, total);
  }
  const lines = [...totals.values()].map(
    ({ where, reason, spans, bytes }) => `${where}: ${sayCount(spans, "place")}, ${saySize(bytes)} (${reason})`,
  );
  if (lines.length === 0) return [{ head: "Not read", says: "No byte of a file that was read was passed over." }];
  return [{ head: "Not read", says: `${listed(lines)}. Nothing else was passed over.` }];
}

function keptItems({ kept, exhibits }: Report): Plain[] {
  if (kept.length === 0) return [];
  const exhibitOf = findExhibit(exhibits);
  const shown = kept.filter(({ source }) => exhibitOf(source)?.withheld !== true);
  const lines = shown.map(({ name, source }) => `${exhibitOf(source)?.number ?? "no exhibit"} ${nameInPrint(name)}`);
  const known = tallyKnown();
  for (const one of shown) known.add(one);
  return [
    { head: "Kept whole", says: `${sayCount(kept.length, "file")} of a kind that is not read: ${listed(lines)}.` },
    ...known.list().map(({ kind, files, name }) => ({
      head: "Could be asked for",
      says: `${files === 1 ? nameInPrint(name) : `${sayCount(files, "file")}, the first ${nameInPrint(name)}`}: ${kind.what}. ${kind.ask}`,
    })),
  ];
}

function flagItems({ acts }: Disclosed): Plain[] {
  const countByFlag = new Map<Flag, number>();
  for (const { act } of acts) for (const flag of act.flags) countByFlag.set(flag, (countByFlag.get(flag) ?? 0) + 1);
  const parts = allFlags.flatMap((flag) => {
    const count = countByFlag.get(flag);
    return count === undefined ? [] : [`${sayFlag(flag)}: ${sayNumber(count)}`];
  });
  let long = 0;
  let open = 0;
  for (const { act } of acts) {
    if (act.when.latest - act.when.earliest > 60_000) long++;
    if (act.when.or !== undefined) open++;
  }
  const times = [
    ...(long > 0 ? [`${sayCount(long, "act")} with a span and not a time`] : []),
    ...(open > 0 ? [`${sayCount(open, "act")} with more than one reading of the date`] : []),
  ];
  return [
    ...(times.length > 0 ? [{ head: "When", says: `${times.join("; ")}. The span is printed.` }] : []),
    ...(parts.length > 0 ? [{ head: "Marked", says: `${parts.join("; ")} (in acts).` }] : []),
  ];
}

/** Entries of her journal that were written under a clock which went back, or the clock of which went back after them. */
function clockItems({ acts }: Disclosed): Plain[] {
  const doubted = acts.filter(
    ({ act: { entry } }) => entry && [entry.written, ...(entry.added ?? [])].some(({ between }) => between !== undefined),
  ).length;
  if (doubted === 0) return [];
  const says = `Of ${sayCount(doubted, "entry", "entries")} of the journal an hour of writing is not known: the clock of the device went back, or does not agree with what is told. Beside each stands between which hours it was. “Just now” or “today” was told by that clock too. The order of the lines is known.`;
  return [{ head: "Clock", says }];
}

/** Entries of her journal that she withdrew. */
function withdrawnItems({ timeline, statement, exhibits }: Report): Plain[] {
  const exhibitOf = findExhibit(exhibits);
  const shown = timeline.coverage.filter(({ source }) => exhibitOf(source)?.withheld !== true);
  const withdrawn = shown.reduce((sum, one) => sum + (one.withdrawn ?? 0), 0);
  if (withdrawn === 0) return [];
  const { me } = namesInPrint(statement);
  const says = `${me} withdrew ${sayCount(withdrawn, "entry", "entries")} of the journal. No act is made of what was withdrawn; it stays in its file, with the line that says so.`;
  return [{ head: "Withdrawn", says }];
}

function heldBackItems({ exhibits, statement }: Report, { heldBack }: Disclosed): Plain[] {
  const withheld = exhibits.filter((exhibit) => exhibit.withheld);
  if (withheld.length === 0) return [];
  const numbers = withheld.map(({ number }) => number).join(", ");
  return [
    {
      head: "Held back",
      says: `${sayCount(withheld.length, "file")} by choice of ${namesInPrint(statement).me}, listed by hash (${numbers}); ${sayCount(heldBack, "act")} that stand only in what is held back or left out are not in the pack.`,
    },
  ];
}

/** Her own acts are in the pack too: leaving them out would be the first thing that is asked about. */
function otherSideItems({ statement, timeline }: Report, { acts }: Disclosed): Plain[] {
  const whoseIs = createWhose(statement);
  let hers = 0;
  let others = 0;
  for (const { act } of acts) {
    const whose = whoseIs(act);
    if (whose === "hers") hers++;
    if (whose === "other" || whose === "withheld") others++;
  }
  const own = isHerSideKnown(timeline, statement)
    ? `${sayCount(hers, "act")} of ${namesInPrint(statement).me}’s own in these files ${hers === 1 ? "is" : "are"} included.`
    : "Which names and numbers are those of the person who hands this in was not said, so how many of these acts are their own is not known.";
  return [
    { head: "Both sides", says: own },
    ...(others > 0
      ? [
          {
            head: "Who",
            says: `${sayCount(others, "act")} by people who are named as neither, or by nobody the files name. A name in an address book does not show who held the phone.`,
          },
        ]
      : [{ head: "Who", says: "A name in an address book does not show who held the phone." }]),
  ];
}

/** Accounts under a stated name that were not stated: by themselves they are neither person's. */
/** Acts of which she said another than the file does: it can be so, where one held the phone of the other. */
function markItems({ statement, timeline }: Report, { byId }: Disclosed): Plain[] {
  const { me, them } = namesInPrint(statement);
  const against = marksAgainstFile(timeline, statement);
  return (["hers", "theirs"] as const).flatMap((whose) => {
    const numbers = against.flatMap(({ act, named }) => (named === whose ? (byId.get(act.id)?.number ?? []) : []));
    if (numbers.length === 0) return [];
    const [sender, other] = whose === "hers" ? [me, them] : [them, me];
    const one = numbers.length === 1;
    return [
      {
        head: "Against a file",
        says: `${sayCount(numbers.length, "act")} that a file has as sent by ${sender} ${one ? "was" : "were"} marked by ${me} as by ${other}${whose === "hers" ? ", or perhaps so" : ""}: no. ${sayList(numbers.slice(0, mostListed).map(String))}. Nothing in the files says so: whoever reads this should ask.`,
      },
    ];
  });
}

function shownNameItems({ statement }: Report, { acts }: Disclosed): Plain[] {
  const shown = shownNames({ acts: acts.map(({ act }) => act) }, statement);
  const { me, them } = namesInPrint(statement);
  return (["hers", "theirs"] as const).flatMap((whose) => {
    const some = shown.filter((one) => one.whose === whose);
    if (some.length === 0) return [];
    const count = some.reduce((sum, one) => sum + one.acts, 0);
    const who = some.length === 1 ? "One account shows" : `${sayNumber(some.length)} accounts show`;
    return [
      {
        head: "Who",
        says: `${who} a name of ${whose === "hers" ? me : them} and ${some.length === 1 ? "was" : "were"} not said to be that person’s: ${sayCount(count, "act")} ${count === 1 ? "is" : "are"} counted for nobody. Whoever holds an account chooses the name that it shows.`,
      },
    ];
  });
}

function placeOf(source: SourceSpan, exhibitOf: ReturnType<typeof findExhibit<Exhibit>>): string {
  const exhibit = exhibitOf(source);
  if (!exhibit) return nameInPrint(source.name);
  if (exhibit.withheld) return `${exhibit.number} (held back)`;
  return source.within === undefined ? exhibit.number : `${exhibit.number}, ${nameInPrint(source.name)}`;
}

function listed(lines: readonly string[]): string {
  if (lines.length <= mostListed) return lines.join("; ");
  return `${lines.slice(0, mostListed).join("; ")}; and ${sayNumber(lines.length - mostListed)} more, listed in the pack`;
}
