import { type Role, type Shape, textWidth } from "@unmask/core";

/** A label before it has a place. */
export interface Label {
  readonly text: string;
  readonly size: number;
  readonly role: Role;
  readonly bold?: boolean;
}

/** A place a label could have; `y` is the line it stands on. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
}

/** An area of the picture. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What is taken already. A label gets the first of its places that is free and inside the picture, or none. */
export interface LabelBook {
  /** Takes an area for something that is no label. */
  take(box: Box): void;
  /** The label at the first place that is free; undefined when none is. A label that must stand is drawn by the caller and taken. */
  write(label: Label, places: readonly Place[]): Extract<Shape, { shape: "text" }> | undefined;
}

/** Air between two labels. */
const air = 3;
/** Side of the squares by which taken areas are found again. */
const cell = 64;

/** Starts an empty book for a picture of some size. */
export function createLabelBook(frame: Box): LabelBook {
  const takenByCell = new Map<string, Box[]>();
  const cellsOf = (box: Box): string[] => {
    const keys: string[] = [];
    for (let x = Math.floor(box.left / cell); x <= Math.floor(box.right / cell); x++) {
      for (let y = Math.floor(box.top / cell); y <= Math.floor(box.bottom / cell); y++) keys.push(`${x},${y}`);
    }
    return keys;
  };
  const take = (box: Box): void => {
    for (const key of cellsOf(box)) {
      const list = takenByCell.get(key);
      if (list) list.push(box);
      else takenByCell.set(key, [box]);
    }
  };
  const isFree = (box: Box): boolean => cellsOf(box).every((key) => !takenByCell.get(key)?.some((taken) => overlap(taken, box)));
  return {
    take,
    write(label, places) {
      for (const place of places) {
        const box = boxOf(label, place);
        if (!isInside(box, frame) || !isFree(box)) continue;
        take(box);
        return textShape(label, place);
      }
      return undefined;
    },
  };
}

/** The area a label covers at a place. */
export function boxOf({ text, size, bold }: Pick<Label, "text" | "size" | "bold">, { x, y, anchor }: Place): Box {
  const width = textWidth(text, size, bold);
  const left = anchor === "start" ? x : anchor === "middle" ? x - width / 2 : x - width;
  return { left, top: y - size * 0.8, right: left + width, bottom: y + size * 0.25 };
}

/** The label as a shape. */
export function textShape({ text, size, role, bold }: Label, { x, y, anchor }: Place): Extract<Shape, { shape: "text" }> {
  return { shape: "text", role, x: round(x), y: round(y), text, size, anchor, ...(bold ? { bold } : {}) };
}

/** To a hundredth of a unit: enough for every screen and page, and the same on every machine. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function isInside(box: Box, frame: Box): boolean {
  return box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
}

function overlap(a: Box, b: Box): boolean {
  return a.left - air < b.right && b.left - air < a.right && a.top < b.bottom && b.top < a.bottom;
}
