import { type Shape, cutToWidth, textWidth } from "@unmask/core";

/** Names beside marks on a line of time: where one stands within the picture, how it is cut, and how its line passes the names below it. */

/** Where a name begins or ends, and from where to where nothing else stands beside it. */
export interface NamePlace {
  readonly at: number;
  readonly anchor: "start" | "end";
  readonly left: number;
  readonly right: number;
}

/** A name that stands in the way of a line: its base, and how far it reaches. */
export interface InWay extends Pick<NamePlace, "left" | "right"> {
  readonly base: number;
}

/** Units between a name and what stands beside it. */
const gap = 3;

/** To the right of its mark; to the left where the picture ends; above it, as far right as it goes, where neither has room. */
export function placeName(x: number, long: number, { width, side }: { readonly width: number; readonly side: number }): NamePlace {
  if (x + long + 2 * gap <= width) return { at: x + gap, anchor: "start", left: x, right: x + long + 2 * gap };
  if (x - long - 2 * gap >= 0) return { at: x - gap, anchor: "end", left: x - long - 2 * gap, right: x };
  const at = Math.round((width - side - long) * 10) / 10;
  return { at, anchor: "start", left: at - gap, right: at + long + gap };
}

/** A name and what is never cut behind it, such as its day, in so much room. */
export function cutBefore(name: string, kept: string, { size, room }: { readonly size: number; readonly room: number }): string {
  return `${cutToWidth(name, size, room - textWidth(kept, size, true))}${kept}`;
}

/** From under a name, at `base`, down to `to`: it stops above each name that stands in its way, and goes on below it. */
export function lineBelow(
  x: number,
  { base, to }: { readonly base: number; readonly to: number },
  names: readonly InWay[],
  { size, ...line }: Omit<Extract<Shape, { shape: "line" }>, "shape" | "from" | "to"> & { readonly size: number },
): readonly Shape[] {
  const inWay = names
    .flatMap(({ base: other, left, right }) => (base < other && left < x && x < right ? [other] : []))
    .toSorted((one, other) => one - other);
  const tops = [base, ...inWay].map((one) => one + gap + 1);
  const ends = [...inWay.map((one) => one - size), to];
  return tops.flatMap((top, i): readonly Shape[] => {
    const end = ends[i] ?? top;
    return end > top ? [{ shape: "line", ...line, from: [x, top], to: [x, end] }] : [];
  });
}
