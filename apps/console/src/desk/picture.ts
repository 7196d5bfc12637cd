import { type Drawing, type ReadValue, type Role, type Shape, type Table, fault, flag, list, object, oneOf, text } from "@unmask/core";
import type { ShownDrawing } from "@unmask/fittings-screen";

/** A picture that the server worked out, for a narrow and for a wide page. A role that is not of the list draws nothing, so it is a fault. */

/** Shapes of one picture; a server that sends more would hold the page still while it draws. */
const mostShapes = 20_000;

const roles: readonly Role[] = [
  "day",
  "night",
  "hers",
  "mind",
  "line",
  "rule",
  "band",
  "ink",
  "ink2",
  "none",
  "c1",
  "c2",
  "c3",
  "c4",
  "c5",
];

/** A number of any sign, never NaN: coordinates of a picture. */
const coordinate: ReadValue<number> = (value, path) =>
  typeof value === "number" && Number.isFinite(value) ? value : fault(path, "is no number");

const point: ReadValue<readonly [number, number]> = (value, path) => {
  const [x, y, ...more] = list(coordinate)(value, path);
  return x === undefined || y === undefined || more.length > 0 ? fault(path, "is no point") : [x, y];
};

const kindOf = oneOf<Shape["shape"]>(["rect", "outline", "circle", "polygon", "line", "soft", "text"]);

const shape: ReadValue<Shape> = object(({ must, may }): Shape => {
  const kind = must("shape", kindOf);
  const role = must("role", oneOf(roles));
  const corner = () => ({ x: must("x", coordinate), y: must("y", coordinate) });
  const box = () => ({ ...corner(), width: must("width", coordinate), height: must("height", coordinate) });
  switch (kind) {
    case "rect":
      return { shape: kind, role, ...box(), ...may("round", coordinate) };
    case "outline":
      return { shape: kind, role, ...box(), stroke: must("stroke", coordinate), ...may("round", coordinate) };
    case "circle":
      return { shape: kind, role, ...corner(), radius: must("radius", coordinate), open: must("open", flag) };
    case "polygon":
      return { shape: kind, role, points: must("points", list(point)) };
    case "line":
      return {
        shape: kind,
        role,
        from: must("from", point),
        to: must("to", point),
        stroke: must("stroke", coordinate),
        ...may("dashed", flag),
      };
    case "soft":
      return { shape: kind, role, ...box() };
    case "text":
      return {
        shape: kind,
        role,
        ...corner(),
        text: must("text", text),
        size: must("size", coordinate),
        anchor: must("anchor", oneOf<"start" | "middle" | "end">(["start", "middle", "end"])),
        ...may("bold", flag),
      };
  }
});

const drawing: ReadValue<Drawing> = object(({ must }) => ({
  title: must("title", text),
  alt: must("alt", text),
  width: must("width", coordinate),
  height: must("height", coordinate),
  shapes: must("shapes", (value, path) =>
    Array.isArray(value) && value.length > mostShapes ? fault(path, "has too many shapes") : list(shape)(value, path),
  ),
  note: must("note", text),
}));

/** Reads a picture in both widths. */
export const picture: ReadValue<ShownDrawing> = object(({ must }) => ({
  phone: must("phone", drawing),
  desktop: must("desktop", drawing),
}));

const cell: ReadValue<string | number> = (value, path) => (typeof value === "string" ? value : coordinate(value, path));

/** Reads the table beside a picture. */
export const table: ReadValue<Table> = object(({ must }) => ({
  columns: must("columns", list(text)),
  rows: must("rows", list(list(cell))),
}));
