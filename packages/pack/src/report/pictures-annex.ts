import { type Report, type Sha256, createSide } from "@unmask/core";
import type { NoPicture, Picture } from "@unmask/formats";
import { sayCount, sayList, sayNumber, sayDayOfAct, sayTimeOfAct } from "@unmask/words";
import { type DisclosedAct, discloseActs, exhibitNumbers, reportAsShown } from "./disclosed-acts.ts";
import { type Words, wordsOf } from "./words.ts";

/**
 * The annex of pictures: what came with acts, printed small, each with its exhibit, act, day and time (docs/formats/report.md, "Annex of pictures").
 * Nothing is said of what a picture shows, because nobody here looked at it.
 */

/** Bounds of the annex. */
export interface PictureBounds {
  /** Pictures printed. Stops a chat of 5,000 photographs from becoming the paper. */
  readonly pictures: number;
  /** Bytes of all of them. Stops the paper from being more than a mail may carry. */
  readonly bytes: number;
  /** Dots of all of them, and so of one: the typesetter unpacks them all, and holds 3 bytes a dot. Stops it from running out of memory. */
  readonly dots: number;
  /** What a dot of a PNG counts: the typesetter holds 8 bytes of it, because it writes such a picture anew. */
  readonly pngDot: number;
  /** Files tried. Each is read and hashed whole: stops thousands of broken ones from being read in vain. */
  readonly tried: number;
  /** Bytes of one file. Stops a film under the name of a picture from being held in memory. */
  readonly fileBytes: number;
}

/** The same rule for both engines, with less room in a browser. */
const boundsByEngine: Readonly<Record<"pdf-a" | "plain", PictureBounds>> = {
  "pdf-a": { pictures: 60, bytes: 12_000_000, dots: 40_000_000, pngDot: 3, tried: 200, fileBytes: 8_000_000 },
  plain: { pictures: 24, bytes: 4_000_000, dots: 13_000_000, pngDot: 1, tried: 100, fileBytes: 4_000_000 },
};

/**
 * Acts beyond which there is less room beside the rows, and how much: one picture of a phone's screen, or four photographs as a chat sends them. Of each
 * byte there are five copies on its way into the paper. What has no room is in the pack and not printed; the annex says how many.
 */
const manyActs = 2_500;
const besideManyActs = { dots: 9_000_000, bytes: 3_500_000 };

/** Pictures that are told in words, each in a place of its own; more are counted. */
const mostTold = 24;
/** Characters of a name: a label somebody else chose. */
const longestName = 80;
/** Millimetres that a picture may take, and that a dot takes at most: a small one is not blown up. */
const widest = 47;
const highest = 52;
const dotSize = 0.2;

/** A picture that may be in the annex: who points at it, and by which hash it is found. */
export interface SoughtPicture {
  readonly sha256: Sha256;
  /** Bytes, where they are known. */
  readonly size: number | undefined;
  /** Hashes of the exhibits in which its bytes can lie. */
  readonly exhibits: readonly Sha256[];
}

interface Candidate extends SoughtPicture {
  readonly name: string;
  /** Number of the first exhibit in which it lies. */
  readonly exhibit: string;
  /** The first act that it came with; undefined for an exhibit that no act points at. */
  readonly act: DisclosedAct | undefined;
  /** Acts more that it came with. */
  more: number;
}

/** What was found of each, by hash. */
export type FoundPictures = ReadonlyMap<Sha256, Picture | NoPicture>;

const namedAsPicture = /\.(?:jpe?g|png|gif|webp|hei[cf]|avif|bmp|tiff?|svg)$/i;

/**
 * The pictures of a report in the order in which they are tried: those that came with acts that are not hers, then those with hers, of each
 * the latest first, then exhibits that are pictures and that no act points at. Nothing of what she holds back is among them.
 */
export function seekPictures(report: Report, engine: "pdf-a" | "plain"): { sought: readonly SoughtPicture[]; bounds: PictureBounds } {
  const { acts } = discloseActs(report);
  const bounds = boundsByEngine[engine];
  return {
    sought: candidatesOf(reportAsShown(report), acts),
    bounds:
      acts.length > manyActs
        ? { ...bounds, dots: Math.min(bounds.dots, besideManyActs.dots), bytes: Math.min(bounds.bytes, besideManyActs.bytes) }
        : bounds,
  };
}

function candidatesOf({ statement, timeline, exhibits }: Report, acts: readonly DisclosedAct[]): readonly Candidate[] {
  const sideOf = createSide(timeline, statement);
  const byHash = new Map<Sha256, Candidate>();
  const exhibitByHash = new Map(exhibits.map((exhibit) => [exhibit.sha256, exhibit]));
  const heldBack = new Set(exhibits.flatMap(({ withheld, sha256 }) => (withheld ? [sha256] : [])));
  for (const one of acts) {
    for (const { sha256, name, mime, size } of one.act.attachments) {
      if (sha256 === undefined || !(namedAsPicture.test(name) || mime?.startsWith("image/") === true)) continue;
      const known = byHash.get(sha256);
      if (known) known.more++;
      const own = exhibitByHash.get(sha256);
      if (known || heldBack.has(sha256)) continue;
      const lies = own ? [own] : one.exhibits;
      byHash.set(sha256, {
        sha256,
        size: own?.size ?? size,
        exhibits: lies.map((exhibit) => exhibit.sha256),
        name,
        exhibit: exhibitNumbers(lies, 1),
        act: one,
        more: 0,
      });
    }
  }
  const withActs = [...byHash.values()];
  const rank = ({ act }: Candidate): number => (act && sideOf(act.act).startsWith("hers") ? 1 : 0);
  withActs.sort((a, b) => rank(a) - rank(b) || (b.act?.number ?? 0) - (a.act?.number ?? 0));
  const alone = exhibits.filter(({ sha256, path }) => !heldBack.has(sha256) && !byHash.has(sha256) && /\.(?:jpg|png)$/.test(path));
  return [
    ...withActs,
    ...alone.map(({ sha256, size, name, number }) => ({
      sha256,
      size,
      exhibits: [sha256],
      name,
      exhibit: number,
      act: undefined,
      more: 0,
    })),
  ];
}

/** One place of the annex. */
interface Tile {
  /** The file of the picture, null where it is told in words. */
  readonly file: string | null;
  readonly format: string;
  /** Millimetres. */
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly told: string;
  readonly where: string;
  readonly when: string;
  readonly name: Words;
}

/** A picture under the path by which the template names it. */
export interface PictureFile {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The annex as data, with the files that it shows. Null where there is no picture to speak of. `found` undefined: none could be printed. */
export function picturesAnnex(
  report: Report,
  acts: readonly DisclosedAct[],
  found: FoundPictures | undefined,
): { section: object | null; files: readonly PictureFile[] } {
  const candidates = candidatesOf(report, acts);
  if (candidates.length === 0) return { section: null, files: [] };
  const files: PictureFile[] = [];
  const tiles: Tile[] = [];
  let told = 0;
  for (const one of inOrderOfActs(candidates)) {
    const picture = found?.get(one.sha256);
    if (picture === undefined) continue;
    if ("not" in picture) {
      if (++told <= mostTold) tiles.push(tileOf(one, report, { told: picture.not }));
      continue;
    }
    const file = `/pictures/${files.length + 1}.${picture.format}`;
    files.push({ path: file, bytes: picture.bytes });
    tiles.push(tileOf(one, report, { file, picture }));
  }
  return {
    section: { rule: ruleOf({ all: candidates.length, printed: files.length, tiles: tiles.length, could: found !== undefined }), tiles },
    files,
  };
}

function inOrderOfActs(candidates: readonly Candidate[]): readonly Candidate[] {
  const place = ({ act }: Candidate): number => act?.number ?? Infinity;
  // Those of one act stay in its order.
  return [...candidates].sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
}

function tileOf(
  { exhibit, act, more, name }: Candidate,
  { statement: { zone } }: Report,
  { file, picture, told }: { file?: string; picture?: Picture; told?: string },
): Tile {
  const at = exhibit === "" ? "no exhibit" : `exhibit ${exhibit}`;
  const day = act && sayDayOfAct(act.act, zone);
  const [across, down] = picture?.turned === true ? [picture.height, picture.width] : [picture?.width ?? 1, picture?.height ?? 1];
  const scale = Math.min(dotSize, widest / across, highest / down);
  return {
    file: file ?? null,
    format: picture?.format ?? "",
    // Never thinner than can be seen.
    width: Math.max(1, across * scale),
    height: Math.max(1, down * scale),
    alt: act ? `Picture, ${at}, act ${act.number}, ${day}` : `Picture, ${at}, no act points at it`,
    told: told === undefined ? "" : `Not printed: ${told}.`,
    where: act
      ? `${exhibit === "" ? "No exhibit" : exhibit}, act ${sayNumber(act.number)}${more > 0 ? ` and ${sayNumber(more)} more` : ""}`
      : exhibit,
    when: act ? [day, sayTimeOfAct(act.act, zone)].filter((part) => part !== "").join(", ") : "No act points at it",
    name: wordsOf(name, longestName),
  };
}

function ruleOf({ all, printed, tiles, could }: { all: number; printed: number; tiles: number; could: boolean }): string {
  const are = (count: number): string => `${sayCount(count, "file")} named as ${count === 1 ? "a picture" : "pictures"}`;
  if (!could) return `${are(all)} came with acts or are exhibits. The program that made this paper prints none; they are in the pack.`;
  const parts = [`${sayNumber(printed)} ${printed === 1 ? "is" : "are"} printed`];
  if (tiles > printed) parts.push(`${sayNumber(tiles - printed)} ${tiles - printed === 1 ? "is" : "are"} told in words, with the reason`);
  if (all > tiles)
    parts.push(
      `${sayNumber(all - tiles)} ${all - tiles === 1 ? "has" : "have"} no room here, or could not be taken out of a file of messages`,
    );
  return (
    `${are(all)} came with acts or are exhibits: ${sayList(parts)}. First come those with acts by others than the person reporting, the latest first; they stand in order of time. ` +
    "A print is a copy: small, without what else its file holds, in colours that can differ. The file itself is in the pack. Nobody here says what a picture shows."
  );
}
