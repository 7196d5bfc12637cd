import type { BrowserContext } from "playwright-core";
import { writePng } from "./write-png.ts";

/** A screen as it was looked at, and which state it shows. */
export interface Shot {
  readonly says: string;
  readonly isPhone: boolean;
  readonly width: number;
  readonly height: number;
  readonly png: Buffer;
}

/** A sheet: its screens, and which states cannot happen there, each with why. */
export interface Sheet {
  readonly title: string;
  readonly shots: readonly Shot[];
  readonly never: readonly string[];
}

/** Widths of a column for desks and of one for phones: letters of both can be read. */
const [deskColumn, phoneColumn] = [680, 312];
/** How wide the work of a desk is at the least, and a phone, in CSS pixels: nothing is drawn larger. */
const [workWidth, phoneWidth] = [836, 390];
const [gap, label, heading, line] = [16, 20, 34, 20];
/** Colours of a sheet, and how many bits of red, of green and of blue tell two apart: a screen has few, and between them are edges of letters. */
const [mostColours, bits] = [250, 6];

/** Where a picture stands. */
interface Placed extends Shot {
  readonly left: number;
  readonly top: number;
}

/** Words on the sheet itself. */
interface Written {
  readonly says: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly size: number;
}

/** Lays screens in columns, each under the name of its state, with what never happens at the foot, and writes them as one small PNG. */
export async function laySheet(context: BrowserContext, { title, shots, never }: Sheet): Promise<Buffer> {
  const placed = place(shots);
  const width = Math.max(...placed.map((one) => one.left + one.width)) + gap;
  const foot = Math.max(...placed.map((one) => one.top + one.height)) + gap;
  const words: readonly Written[] = [
    { says: title, left: gap, top: 24, width, size: 18 },
    ...placed.map(({ says, left, top, width: wide }) => ({ says, left, top: top - 6, width: wide, size: 13 })),
    ...never.map((says, i) => ({
      says: `Cannot happen here: ${says}`,
      left: gap,
      top: foot + (i + 1) * line - 4,
      width: width - gap,
      size: 13,
    })),
  ];
  const height = foot + never.length * line + gap;
  const page = await context.newPage();
  const given = placed.map(({ png, ...where }) => ({ ...where, address: `data:image/png;base64,${png.toString("base64")}` }));
  const drawn = await page.evaluate(draw, { given, words, width, height });
  await page.close();
  const dots = Buffer.from(drawn, "base64");
  const { palette, placeOf } = coloursOf(dots);
  const lines = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) lines[y * (width + 1) + 1 + x] = placeOf(roughly(dots, (y * width + x) * 4));
  return writePng({ width, height, bits: 8, palette, lines });
}

/** A dot with the low bits of its three colours left out. */
function roughly(dots: Uint8Array, from: number): number {
  const [red = 0, green = 0, blue = 0] = [0, 1, 2].map((i) => (dots[from + i] ?? 0) >> (8 - bits));
  return (((red << bits) | green) << bits) | blue;
}

/** The three colours of a dot that was made rough, 0 to 255. */
function partsOf(rough: number): readonly number[] {
  const most = (1 << bits) - 1;
  return [rough >> (2 * bits), (rough >> bits) & most, rough & most].map((one) => Math.round((one * 255) / most));
}

/** The colours that a sheet has most of; every other one becomes the nearest of them. */
function coloursOf(dots: Uint8Array): { readonly palette: Uint8Array; readonly placeOf: (rough: number) => number } {
  const many = new Map<number, number>();
  for (let from = 0; from < dots.length; from += 4) {
    const rough = roughly(dots, from);
    many.set(rough, (many.get(rough) ?? 0) + 1);
  }
  const colours = [...many]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, mostColours)
    .map(([rough]) => partsOf(rough));
  const known = new Map<number, number>();
  const placeOf = (rough: number): number => {
    const found = known.get(rough) ?? nearest(colours, partsOf(rough));
    known.set(rough, found);
    return found;
  };
  return { palette: Uint8Array.from(colours.flat()), placeOf };
}

function nearest(colours: readonly (readonly number[])[], wanted: readonly number[]): number {
  const far = colours.map((one) => one.reduce((sum, part, i) => sum + (part - (wanted[i] ?? 0)) ** 2, 0));
  return far.indexOf(Math.min(...far));
}

/** Desks stand in two columns and phones in theirs, each where most room is. */
function place(shots: readonly Shot[]): readonly Placed[] {
  const many = shots.filter(({ isPhone }) => isPhone).length;
  const desks = many === shots.length ? 0 : 2;
  const phones = desks === 0 ? 5 : many > 2 ? 2 : 1;
  const columns = Array.from({ length: desks + phones }, (_, i) => ({
    isPhone: i >= desks,
    left: gap + Math.min(i, desks) * (deskColumn + gap) + Math.max(0, i - desks) * (phoneColumn + gap),
    top: heading,
  }));
  return shots.map((shot) => {
    const [first, ...others] = columns.filter((one) => one.isPhone === shot.isPhone);
    if (first === undefined) throw new Error("a sheet without a column");
    const column = others.reduce((least, one) => (one.top < least.top ? one : least), first);
    const scale = shot.isPhone ? phoneColumn / phoneWidth : deskColumn / Math.max(shot.width, workWidth);
    const [width, height] = [Math.round(shot.width * scale), Math.round(shot.height * scale)];
    const top = column.top + label;
    column.top = top + height + gap;
    return { ...shot, width, height, left: column.left, top };
  });
}

/** Runs in an empty page: the dots of the sheet, as base64. */
async function draw({
  given,
  words,
  width,
  height,
}: {
  readonly given: readonly {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
    readonly address: string;
  }[];
  readonly words: readonly {
    readonly says: string;
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly size: number;
  }[];
  readonly width: number;
  readonly height: number;
}): Promise<string> {
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const paper = canvas.getContext("2d");
  if (paper === null) throw new Error("this browser draws nothing");
  paper.fillStyle = "#d9d6cf";
  paper.fillRect(0, 0, width, height);
  paper.imageSmoothingQuality = "high";
  for (const { address, ...at } of given) {
    const picture = new Image();
    picture.src = address;
    await picture.decode();
    paper.drawImage(picture, at.left, at.top, at.width, at.height);
  }
  paper.fillStyle = "#1c1a17";
  for (const one of words) {
    paper.font = `${one.size}px sans-serif`;
    paper.fillText(one.says, one.left, one.top, one.width);
  }
  const { data } = paper.getImageData(0, 0, width, height);
  let text = "";
  for (let from = 0; from < data.length; from += 32_768) text += String.fromCharCode(...data.subarray(from, from + 32_768));
  return btoa(text);
}
