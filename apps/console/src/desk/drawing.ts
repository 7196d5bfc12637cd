import { type Drawing, type ReadValue, type Shape, fault, flag, list, object, oneOf, text } from "@unmask/core";

/** Pictures as the server draws them: marks with a role and a place, and nothing that could run. */

/** Marks of one picture: stops an answer that would fill the page's memory. */
const mostShapes = 60_000;

const roles = ["day", "night", "hers", "mind", "line", "rule", "band", "ink", "ink2", "none", "c1", "c2", "c3", "c4", "c5"] as const;

const figure: ReadValue<number> = (value, path) =>
  typeof value === "number" && Number.isFinite(value) ? value : fault(path, "is no finite number");

const point: ReadValue<readonly [number, number]> = (value, path) => {
  const [x, y, ...more] = list(figure)(value, path);
  return x === undefined || y === undefined || more.length > 0 ? fault(path, "is no point") : [x, y];
};

const role = oneOf(roles);
const kinds = ["rect", "outline", "circle", "polygon", "line", "soft", "text"] as const;

/** Reads one mark; a mark of another kind is a fault. */
const shape: ReadValue<Shape> = object((fields): Shape => {
  const { must, may } = fields;
  const kind = must("shape", oneOf(kinds));
  const at = { role: must("role", role) };
  const box = () => ({ x: must("x", figure), y: must("y", figure), width: must("width", figure), height: must("height", figure) });
  switch (kind) {
    case "rect":
      return { shape: kind, ...at, ...box(), ...may("round", figure) };
    case "outline":
      return { shape: kind, ...at, ...box(), stroke: must("stroke", figure), ...may("round", figure) };
    case "circle":
      return { shape: kind, ...at, x: must("x", figure), y: must("y", figure), radius: must("radius", figure), open: must("open", flag) };
    case "polygon":
      return { shape: kind, ...at, points: must("points", list(point)) };
    case "line":
      return {
        shape: kind,
        ...at,
        from: must("from", point),
        to: must("to", point),
        stroke: must("stroke", figure),
        ...may("dashed", flag),
      };
    case "soft":
      return { shape: kind, ...at, ...box() };
    case "text":
      return {
        shape: kind,
        ...at,
        x: must("x", figure),
        y: must("y", figure),
        text: must("text", text),
        size: must("size", figure),
        anchor: must("anchor", oneOf(["start", "middle", "end"] as const)),
        ...may("bold", flag),
      };
  }
});

const shapes: ReadValue<readonly Shape[]> = (value, path) =>
  Array.isArray(value) && value.length > mostShapes ? fault(path, "has too many marks") : list(shape)(value, path);

/** Reads a picture. */
export const drawing: ReadValue<Drawing> = object(({ must }) => ({
  title: must("title", text),
  alt: must("alt", text),
  width: must("width", figure),
  height: must("height", figure),
  shapes: must("shapes", shapes),
  note: must("note", text),
}));
