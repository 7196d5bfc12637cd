/** Where a picture is to stand: its width and the type that is read there. Units of the picture. */
export interface DrawingSize {
  readonly width: number;
  /** Size of labels. */
  readonly text: number;
  /** Width of the column of names at the left. */
  readonly names: number;
  /** Height of one lane. */
  readonly lane: number;
  /** Height of the tallest mark. */
  readonly tallest: number;
  /** Months under the lanes (print) or above them. */
  readonly monthsBelow: boolean;
  /** Whether the number of acts stands under the name of a lane. */
  readonly counts: boolean;
  /** Months in one row of days. */
  readonly monthsARow: 6 | 12;
  /** Most strips of who-when; the rest is drawn as one. */
  readonly strips: number;
}

/** Her desktop, her phone, the printed page. Text on the phone and the desktop is never under 14 (pictures/PERSON.md). */
export const drawingSizes: Readonly<Record<"desktop" | "phone" | "print", DrawingSize>> = {
  desktop: { width: 760, text: 14, names: 106, lane: 58, tallest: 40, monthsBelow: false, counts: true, monthsARow: 6, strips: 12 },
  phone: { width: 350, text: 14, names: 90, lane: 36, tallest: 19, monthsBelow: false, counts: false, monthsARow: 6, strips: 8 },
  print: { width: 586, text: 12, names: 88, lane: 32, tallest: 18, monthsBelow: true, counts: true, monthsARow: 12, strips: 10 },
};
