import type { Covers, SourceSpan } from "./act.ts";
import type { Instant } from "./instant.ts";
import type { TimelineAct } from "./timeline-act.ts";
import type { Timeline } from "./timeline.ts";
import type { Interval } from "./zone.ts";

/**
 * The folder of a download that holds many chats, in the name of one of them: ".../messages/inbox/NAME/message_1.json". All are asked for
 * together, for one stretch of time.
 */
const folderOfChats = /^(.*\/)?messages\/[a-z0-9_]+\/[^/]+\/message_\d+\.json$/;

/** What was seen of one file. */
interface FileSeen {
  readonly export: string;
  first: Instant | null;
  last: Instant | null;
  hasFarDate: boolean;
}

/**
 * The time that each file covers, by the hash of its bytes; a file in which no act has a date that can be meant has none.
 *
 * [Note: The time of a file] A file covers the time from its first to its last act whoever wrote them (`Coverage`), and beyond them what it
 * shows of its own span (`Covers`): days without an act there are silence. The files of one account's download are one export and cover one
 * span, from the first act in any of them to the last, because they were asked for together: between two of its chats there is silence and no
 * missing record. Dates far off are left out of that, because one message dated 1970 would seem to cover fifty years.
 */
export function fileSpans({ acts, coverage }: Timeline): ReadonlyMap<string, Interval> {
  const gathered = gatherFileSpans(coverage);
  for (const act of acts) gathered.see(act);
  return gathered.spans();
}

/** The same for whoever walks over the acts of a timeline anyway: a second walk would cost as much as the first. */
export interface GatheredSpans {
  see(act: Pick<TimelineAct, "sources" | "flags" | "when">): void;
  /** Once every act was seen. */
  spans(): ReadonlyMap<string, Interval>;
}

/** Begins to gather the time that each file covers. */
export function gatherFileSpans(coverage: Timeline["coverage"]): GatheredSpans {
  const fileBySha256 = new Map<string, FileSeen>();
  let lastSha256: string | undefined;
  let file: FileSeen | undefined;
  return {
    see({ sources, flags, when }) {
      const isFar = flags.includes("far-date") || flags.includes("time-not-known");
      for (const source of sources) {
        // Acts of one file mostly follow each other.
        if (!file || source.sha256 !== lastSha256) file = fileSeen(fileBySha256, source);
        lastSha256 = source.sha256;
        if (isFar) file.hasFarDate = true;
        else {
          if (file.first === null || when.earliest < file.first) file.first = when.earliest;
          if (file.last === null || when.latest > file.last) file.last = when.latest;
        }
      }
    },
    spans: () => spansOf(fileBySha256, coverage),
  };
}

function spansOf(fileBySha256: ReadonlyMap<string, FileSeen>, coverage: Timeline["coverage"]): ReadonlyMap<string, Interval> {
  const coverageBySha256 = new Map<string, Timeline["coverage"][number]>(coverage.map((one) => [one.source.sha256, one]));
  const spanByExport = new Map<string, Interval>();
  for (const [sha256, { export: key, hasFarDate, first, last }] of fileBySha256) {
    const told = coverageBySha256.get(sha256);
    const begins = (hasFarDate ? undefined : told?.first) ?? first;
    const ends = (hasFarDate ? undefined : told?.last) ?? last;
    if (begins === null || ends === null) continue;
    const { from, until } = widened({ earliest: begins, latest: ends }, told?.covers);
    const span = spanByExport.get(key) ?? { earliest: from, latest: until };
    spanByExport.set(key, { earliest: from < span.earliest ? from : span.earliest, latest: until > span.latest ? until : span.latest });
  }
  return new Map(
    [...fileBySha256].flatMap(([sha256, { export: key }]) => {
      const span = spanByExport.get(key);
      return span === undefined ? [] : [[sha256, span] as const];
    }),
  );
}

/** From the first to the last act, and as much further as the file shows itself. */
function widened(
  { earliest, latest }: Interval,
  { from = earliest, until = latest }: Covers = {},
): Required<Pick<Covers, "from" | "until">> {
  return { from: from < earliest ? from : earliest, until: until > latest ? until : latest };
}

function fileSeen(fileBySha256: Map<string, FileSeen>, source: SourceSpan): FileSeen {
  let seen = fileBySha256.get(source.sha256);
  if (!seen) fileBySha256.set(source.sha256, (seen = { export: exportOf(source), first: null, last: null, hasFarDate: false }));
  return seen;
}

/** Key of the export that a file belongs to: itself, or the download around it. */
function exportOf({ sha256, name, within = [] }: SourceSpan): string {
  const folder = folderOfChats.exec(name);
  return folder ? [...within.map((container) => container.sha256), folder[1] ?? ""].join("\u001f") : sha256;
}
