import type { BrowserContext } from "playwright-core";
import { writePng } from "./write-png.ts";

/** A screen as it was looked at. */
export interface Shot {
  readonly width: number;
  readonly height: number;
  readonly png: Buffer;
}

/** Of its size: so much of a desk can be read, and of a phone. */
const [deskScale, phoneScale, narrowest] = [0.6, 0.8, 1_000];
const [sheetWidth, gap, behind] = [1_768, 12, 0x99];
/** Colours of a sheet, and how many bits of red, of green and of blue tell two apart: a screen has few, and between them are edges of letters. */
const [mostColours, bits] = [250, 5];

/** Where a picture stands. */
interface Placed extends Shot {
  readonly left: number;
  readonly top: number;
}

/** Lays screens beside one another, as many as a line of the sheet holds, and writes them as one small PNG. */
export async function laySheet(context: BrowserContext, shots: readonly Shot[]): Promise<Buffer> {
  const placed = place(shots);
  const width = Math.max(...placed.map((one) => one.left + one.width)) + gap;
  const height = Math.max(...placed.map((one) => one.top + one.height)) + gap;
  const page = await context.newPage();
  const given = placed.map(({ png, ...where }) => ({ ...where, address: `data:image/png;base64,${png.toString("base64")}` }));
  const drawn = await page.evaluate(draw, { given, width, height, behind });
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

function place(shots: readonly Shot[]): readonly Placed[] {
  let [left, top, line] = [gap, gap, 0];
  return shots.map((shot) => {
    const scale = shot.width < narrowest ? phoneScale : deskScale;
    const [width, height] = [Math.round(shot.width * scale), Math.round(shot.height * scale)];
    if (left + width + gap > sheetWidth) [left, top, line] = [gap, top + line + gap, 0];
    const one = { png: shot.png, width, height, left, top };
    [left, line] = [left + width + gap, Math.max(line, height)];
    return one;
  });
}

/** Runs in an empty page: the dots of the sheet, as base64. */
async function draw({
  given,
  width,
  height,
  behind,
}: {
  readonly given: readonly {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
    readonly address: string;
  }[];
  readonly width: number;
  readonly height: number;
  readonly behind: number;
}): Promise<string> {
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const paper = canvas.getContext("2d");
  if (paper === null) throw new Error("this browser draws nothing");
  paper.fillStyle = `rgb(${behind} ${behind} ${behind})`;
  paper.fillRect(0, 0, width, height);
  paper.imageSmoothingQuality = "high";
  for (const { address, ...at } of given) {
    const picture = new Image();
    picture.src = address;
    await picture.decode();
    paper.drawImage(picture, at.left, at.top, at.width, at.height);
  }
  const { data } = paper.getImageData(0, 0, width, height);
  let text = "";
  for (let from = 0; from < data.length; from += 32_768) text += String.fromCharCode(...data.subarray(from, from + 32_768));
  return btoa(text);
}
