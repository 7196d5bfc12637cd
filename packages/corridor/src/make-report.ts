import {
  type Cover,
  type Instant,
  type Report,
  type Sha256,
  type SourceSpan,
  type Statement,
  type Timeline,
  type TimelineAct,
  type Tool,
  createOrderOfTime,
  findOpenChats,
  findStatedTwins,
  findToldGroups,
  leadWithShown,
  withStatedTwins,
} from "@unmask/core";
import { type Imported, assumptionsOf, importers } from "@unmask/importers";
import { hasLaw } from "@unmask/law";
import { type GivenNumber, type GoingOn, type HandedOver, type ReportParts, assembleReport } from "@unmask/pack";
import { drawingSizes, findAll, forget, illustrate } from "@unmask/patterns";
import { printVoice } from "@unmask/words";
import type { Chosen } from "./choose.ts";
import { type IdNow, actsByPlace, idsNow, withFearedNow, withIdsNow } from "./ids-of-acts.ts";
import { withFear } from "./fear-in-cover.ts";
import { withOrders } from "./orders-as-stops.ts";
import { sayOpenChats, sayStatedTwins, sayToldGroups } from "./say-open-chats.ts";

/** What she sends, beside what was read. */
export interface ReportWishes {
  readonly statement: Statement;
  /** Names of files, as handed over, that she holds back. */
  readonly withheld: ReadonlySet<string>;
  /** Her own words on what it has done to her days; blank or undefined when she wrote none. */
  readonly impact: string | undefined;
  /** What she was asked for the first page; left out when nobody asked. */
  readonly cover?: Cover | undefined;
  /** What goes, where a part of what was read is left out (`chooseWhatGoes`). */
  readonly chosen?: Chosen | undefined;
  /** The earlier pack whose exhibit numbers go on (`readEarlierPack`). */
  readonly after?: GoingOn | undefined;
  /** Exhibit numbers that are kept for good (`readGivenNumbers`). */
  readonly numbers?: readonly GivenNumber[] | undefined;
}

/** Where and when it is made. */
export interface Maker {
  readonly at: Instant;
  /** Cryptographically strong random bytes. */
  random(length: number): Uint8Array;
  /** The version of the program, the engine and its time-zone data, as they name themselves. */
  readonly tool: Pick<Tool, "version" | "engine" | "zones">;
}

/** Random bytes that name a pack. */
const nonceSize = 6;

/** The report: every act, what the patterns find in those that go with its pictures for print, every original under its exhibit number. */
export function makeReport(imported: Imported, wishes: ReportWishes, { at, random, tool }: Maker): Report {
  const { withheld, impact, cover, chosen, after, numbers } = wishes;
  const { goes, staysBehind, originals, statement: stated, idNow } = chosen ? choiceOf(chosen) : holdBack(imported, wishes);
  const told = cover && withFearedNow(cover, idNow);
  const there = new Set<string>(Array.isArray(told?.feared) ? goes.timeline.acts.map(({ id }) => id) : []);
  const { isAfraid: _, ...asStated } = stated;
  const statement = withFear(withOrders(asStated, told, goes.timeline), told, (act) => there.has(act));
  // Paper is read by others: it names both and says "you" to nobody.
  const voice = printVoice(statement);
  const found = findAll(goes.timeline, statement, { voice, at });
  const findings = illustrate(found, goes.timeline, { statement, size: drawingSizes.print, voice });
  forget(goes.timeline);
  const acts = [...goes.timeline.acts, ...staysBehind];
  return assembleReport({
    madeAt: at,
    nonce: random(nonceSize),
    statement,
    terms: imported.terms,
    timeline: { ...goes.timeline, acts: acts.sort(createOrderOfTime(acts)) },
    findings,
    originals,
    withheld,
    unread: goes.unread,
    kept: goes.kept,
    impact: impact?.trim(),
    cover: told,
    leftOut: chosen?.told,
    journalLeftOut: journalLeftOut(imported.timeline, goes.timeline),
    lostLines: imported.lostLines,
    notRead: imported.notRead,
    missing: (imported.missing ?? []).map(({ name, sha256, isNameAlone }) => ({
      sha256,
      ...(isNameAlone && { isNameAlone }),
      ...(!withheld.has(name) && chosen?.holdsName(name) !== true && { name }),
    })),
    after,
    numbers,
    assumptions: [
      ...assumptionsOf(goes.caveats),
      ...withoutLaw(statement),
      ...openChatsIn(goes.timeline, statement),
      ...statedTwinsIn(goes.timeline, statement),
      ...findToldGroups(goes.timeline, statement).map(sayToldGroups),
    ],
    tool: { name: "Unmask", version: tool.version, importers: versionsUsed(goes), zones: tool.zones, engine: tool.engine },
  });
}

/** Entries of her journal that stay behind, of those that a reader may ask about: how many she took back or added to, never what they say. */
function journalLeftOut(whole: Timeline, going: Timeline): NonNullable<ReportParts["journalLeftOut"]> {
  const withdrawn = ({ coverage }: Timeline): number => coverage.reduce((sum, one) => sum + (one.withdrawn ?? 0), 0);
  const addedTo = ({ acts }: Timeline): number => acts.filter(({ entry }) => entry?.added !== undefined).length;
  return { withdrawn: withdrawn(whole) - withdrawn(going), addedTo: addedTo(whole) - addedTo(going) };
}

/** That no law is read beside the acts, where this program has no data about it. */
function withoutLaw({ jurisdiction }: Statement): readonly string[] {
  return hasLaw(jurisdiction)
    ? []
    : [
        `The law is that of ${jurisdiction.name}. This program has no data about it: no act has a letter of the law, and there is no page of it.`,
      ];
}

/** What would be less if two chats are one: nobody but her can say, and the paper tells that she did not. */
function openChatsIn(timeline: Timeline, statement: Statement): readonly string[] {
  return findOpenChats(timeline, statement).map(
    (open) => `${sayOpenChats(open)}. Whether that is one chat from two phones is not stated; each stands as an act of its own.`,
  );
}

/** What is one by her word alone, and what was left two against it: how many acts there would be more or fewer. */
function statedTwinsIn(timeline: Timeline, statement: Statement): readonly string[] {
  return findStatedTwins(timeline, statement).map(sayStatedTwins);
}

/** What of an import goes, and what stays behind. */
interface Parted {
  readonly goes: Imported;
  readonly staysBehind: readonly TimelineAct[];
  readonly originals: readonly HandedOver[];
  readonly statement: Statement;
  readonly idNow: IdNow;
}

function choiceOf({ goes, staysBehind, files, statement, idNow }: Chosen): Parted {
  return { goes, staysBehind, originals: files.map(({ source: _, ...file }) => file), statement, idNow };
}

/** Whole files stay behind: an act that stands in one and in another is told as the other has it. */
function holdBack(imported: Imported, { withheld, statement }: ReportWishes): Parted {
  const heldBack = new Set<Sha256>(imported.originals.filter(({ source }) => withheld.has(source.name)).map(({ sha256 }) => sha256));
  const originals = imported.originals.map(({ source, sha256, size, ending }) => ({ name: source.name, sha256, size, ending }));
  if (heldBack.size === 0) {
    const goes = { ...imported, timeline: withStatedTwins(imported.timeline, statement) };
    return { goes, staysBehind: [], originals, statement, idNow: (id) => id };
  }
  const isShown = ({ sha256, within }: SourceSpan): boolean => !heldBack.has(within?.[0]?.sha256 ?? sha256);
  const timeline = leadWithShown(imported.timeline, isShown);
  const goes = {
    ...imported,
    timeline: withStatedTwins(
      {
        acts: timeline.acts.filter(({ sources }) => sources.some(isShown)),
        coverage: timeline.coverage.filter(({ source }) => isShown(source)),
        ...(timeline.sameGroups && { sameGroups: timeline.sameGroups }),
      },
      statement,
    ),
    unread: imported.unread.filter(({ source }) => isShown(source)),
    kept: imported.kept.filter(({ source }) => isShown(source)),
  };
  const idNow = idsNow(goes.timeline.acts, actsByPlace(imported.timeline));
  const staysBehind = timeline.acts.filter(({ sources }) => !sources.some(isShown));
  return { goes, staysBehind, originals, statement: withIdsNow(statement, idNow), idNow };
}

/** Version by id of the importers that read something. */
function versionsUsed({ timeline }: Imported): Tool["importers"] {
  const used = new Set(timeline.coverage.map(({ importer }) => importer));
  return Object.fromEntries(importers.filter(({ id }) => used.has(id)).map(({ id, version }) => [id, version]));
}
