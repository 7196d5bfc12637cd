/**
 * A picture as data: marks with a role, so that one drawing serves the screen (colours), the dark screen and black-and-white print.
 * Coordinates are in units of the picture, x to the right, y down; an app scales `width` to the space it has.
 */

/** What a mark means; the place that draws it chooses the ink. */
export type Role =
  /** Acts from 5 to midnight. */
  | "day"
  /** Acts from midnight to 5, and text of first rank. */
  | "night"
  /** Hers: what she did or can do. */
  | "hers"
  /** Mind this: ends of a gap, limits. */
  | "mind"
  /** Lines of lanes and axes. */
  | "line"
  /** Hairlines. */
  | "rule"
  /** Shading of the night hours. */
  | "band"
  /** Labels of first rank. */
  | "ink"
  /** Labels of second rank. */
  | "ink2"
  /** An outlined empty square: none. */
  | "none"
  /** Five steps of more. */
  | "c1"
  | "c2"
  | "c3"
  | "c4"
  | "c5";

/** One mark. `width` of a line in units; `anchor` as in SVG; `size` of text in units. */
export type Shape =
  | {
      readonly shape: "rect";
      readonly role: Role;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly round?: number;
    }
  | {
      readonly shape: "outline";
      readonly role: Role;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly stroke: number;
      readonly round?: number;
    }
  | {
      readonly shape: "circle";
      readonly role: Role;
      readonly x: number;
      readonly y: number;
      readonly radius: number;
      readonly open: boolean;
    }
  | { readonly shape: "polygon"; readonly role: Role; readonly points: readonly (readonly [number, number])[] }
  | {
      readonly shape: "line";
      readonly role: Role;
      readonly from: readonly [number, number];
      readonly to: readonly [number, number];
      readonly stroke: number;
      readonly dashed?: boolean;
    }
  /** A soft bar from earliest to latest: an uncertain time. */
  | { readonly shape: "soft"; readonly role: Role; readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  | {
      readonly shape: "text";
      readonly role: Role;
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly anchor: "start" | "middle" | "end";
      readonly bold?: boolean;
    };

/** A picture with its title (a sentence) and what it shows in words for somebody who cannot see it. */
export interface Drawing {
  readonly title: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  /** What the marks mean, printed under it. */
  readonly note: string;
}
