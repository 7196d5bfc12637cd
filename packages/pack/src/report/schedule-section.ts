import {
  type Exhibit,
  type Interval,
  type Report,
  dayIn,
  fileSpans,
  inOrderOfExhibits,
  isColumnList,
  parseExhibitNumber,
} from "@unmask/core";
import { sayCount, sayDay, sayNumber, sayRange, saySize } from "@unmask/words";
import { findExhibit } from "../find-exhibit.ts";
import { actsOfExhibits, sayCarriers } from "./attached.ts";
import type { Disclosed } from "./disclosed-acts.ts";
import { sayCopy } from "./left-out-sentences.ts";
import { nameInPrint, wordsOf } from "./words.ts";

/** Exhibits printed. The manifest in the pack lists all; a table of more would not fit the typesetter's memory beside the chronology. */
const mostExhibits = 500;
/** Characters of the name of one: of a file in folders in a zip its end tells most. */
const longestPath = 240;

/** The schedule: each file as she handed it over, its SHA-256, what was read from it. */
export function scheduleSection(report: Report, { acts }: Disclosed): object {
  const { timeline, statement } = report;
  const lists = report.exhibits.filter(isColumnList).length;
  const exhibits = report.exhibits.filter((one) => !isColumnList(one)).sort(inOrderOfExhibits);
  const exhibitOf = findExhibit(exhibits);
  const actsOf = actsOfExhibits({ acts }, exhibits);
  const standsIn = new Set<string>();
  // What she wrote down herself covers no day: she could have written about any.
  const withRecords = new Set<string>();
  for (const { act, exhibits: found } of acts) {
    for (const { number } of found) {
      standsIn.add(number);
      if (act.grade !== "own-account") withRecords.add(number);
    }
  }
  const spans = fileSpans(timeline);
  const readByNumber = new Map<string, { span?: Interval; readonly importers: Set<string> }>();
  for (const { source, first, importer } of timeline.coverage) {
    const exhibit = exhibitOf(source);
    if (!exhibit || first === null) continue;
    const read = readByNumber.get(exhibit.number) ?? { importers: new Set() };
    readByNumber.set(exhibit.number, read);
    read.importers.add(importer);
    const span = spans.get(source.sha256);
    if (span) read.span = read.span === undefined ? span : spanOfBoth(read.span, span);
  }
  const size = exhibits.reduce((sum, exhibit) => sum + exhibit.size, 0);
  return {
    total: `${sayCount(exhibits.length, "exhibit")}, ${saySize(size)}.${sayLists(lists)}${sayAfter(report, exhibits)}`,
    more: Math.max(0, exhibits.length - mostExhibits),
    rows: exhibits.slice(0, mostExhibits).map((exhibit) => {
      const { number, name, sha256, size: bytes, withheld } = exhibit;
      const read = withheld ? undefined : readByNumber.get(number);
      const span = read?.span;
      const isOwnAccount = standsIn.has(number) && !withRecords.has(number);
      const { all = 0, carriers = [] } = actsOf.get(number) ?? {};
      return {
        number,
        name: withheld
          ? wordsOf("held back: listed by hash, its bytes and name are not in the pack")
          : wordsOf(`${nameInPrint(name, longestPath)}${sayCopy(exhibit)}`),
        hash: [sha256.slice(0, 32), sha256.slice(32)],
        size: saySize(bytes),
        acts: withheld ? "–" : sayNumber(all),
        span: span
          ? `${isOwnAccount ? "none; entries of " : ""}${spanOf(dayIn(statement.zone, span.earliest), dayIn(statement.zone, span.latest))}`
          : "",
        kind: withheld
          ? "held back"
          : [read ? `read by ${[...read.importers].sort().join(", ")}` : "kept whole, not read", sayCarriers(carriers)]
              .filter((part) => part !== "")
              .join("; "),
      };
    }),
    origin: "not asked.",
    tool: sayTool(report),
  };
}

/** What is carried and is no exhibit. */
function sayLists(lists: number): string {
  if (lists === 0) return "";
  return ` Besides, the pack carries ${sayCount(lists, "list")} of columns by which tables were read; ${lists === 1 ? "it is" : "these are"} no exhibit${lists === 1 ? "" : "s"}.`;
}

/** Whose numbers go on, and where a number stands that is not here. */
function sayAfter({ after }: Report, exhibits: readonly Exhibit[]): string {
  if (after === undefined) return "";
  const last = [...exhibits, { number: after.lastNumber }].sort(inOrderOfExhibits).at(-1)?.number ?? "";
  const missing =
    exhibits.length === parseExhibitNumber(last)?.nth ? "" : " A number that is not here belongs to a file that was not handed over again.";
  return ` Goes on from pack ${after.id}; its exhibit numbers are kept.${missing}`;
}

/** From the earlier beginning to the later end. */
function spanOfBoth(a: Interval, b: Interval): Interval {
  return { earliest: a.earliest < b.earliest ? a.earliest : b.earliest, latest: a.latest > b.latest ? a.latest : b.latest };
}

function spanOf(first: number, last: number): string {
  return first === last ? sayDay(first) : sayRange(first, last);
}

function sayTool({ tool }: Report): string {
  const importers = Object.entries(tool.importers).map(([id, version]) => `${id} ${version}`);
  const read = importers.length === 0 ? "" : ` Read by ${importers.join(", ")}.`;
  return `Made with ${tool.name} ${tool.version} on ${tool.engine}, time zones ${tool.zones}.${read}`;
}
