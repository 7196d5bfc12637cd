import type { Drawing, Role, Shape } from "@unmask/core";

/**
 * A picture in black and white. The shapes become one SVG, because each costs the typesetter ten times more as an element of its own; the
 * labels stay text of the document, so that they are set in its fonts and can be searched.
 */
export interface PrintedDrawing {
  readonly svg: string;
  readonly labels: readonly {
    readonly x: number;
    readonly y: number;
    readonly text: string;
    readonly size: number;
    readonly anchor: string;
    readonly bold: boolean;
    readonly grey: number;
  }[];
}

/** Grey of each role, 0 black to 255 white. */
const greyByRole: Readonly<Record<Role, number>> = {
  day: 145,
  night: 0,
  hers: 0,
  mind: 0,
  line: 100,
  rule: 214,
  band: 236,
  ink: 0,
  ink2: 50,
  none: 175,
  c1: 208,
  c2: 165,
  c3: 117,
  c4: 74,
  c5: 20,
};

/** Draws a picture for the printed page. */
export function printDrawing({ width, height, shapes }: Drawing): PrintedDrawing {
  const marks = shapes.map(shapeToSvg).join("");
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${softInk}${marks}</svg>`,
    labels: shapes.flatMap((shape) =>
      shape.shape === "text"
        ? [
            {
              x: shape.x,
              y: shape.y,
              text: shape.text,
              size: shape.size,
              anchor: shape.anchor,
              bold: shape.bold ?? false,
              grey: greyByRole[shape.role],
            },
          ]
        : [],
    ),
  };
}

/** An uncertain time fades at both ends. */
const softInk =
  `<defs><linearGradient id="soft"><stop offset="0" stop-color="#fff"/><stop offset=".3" stop-color="#a0a0a0"/>` +
  `<stop offset=".7" stop-color="#a0a0a0"/><stop offset="1" stop-color="#fff"/></linearGradient></defs>`;

function shapeToSvg(shape: Shape): string {
  switch (shape.shape) {
    case "rect":
      return `<rect ${box(shape)} fill="${ink(shape.role)}"/>`;
    case "outline":
      return `<rect ${box(shape)} fill="${shape.role === "hers" && shape.round ? "#fff" : "none"}" stroke="${ink(shape.role)}" stroke-width="${shape.stroke}"/>`;
    case "circle":
      return `<circle cx="${shape.x}" cy="${shape.y}" r="${shape.radius}" fill="${shape.open ? "#fff" : ink(shape.role)}" stroke="${ink(shape.role)}" stroke-width="1.25"/>`;
    case "polygon":
      return `<polygon points="${shape.points.map((point) => point.join(",")).join(" ")}" fill="${ink(shape.role)}"/>`;
    case "line":
      return (
        `<line x1="${shape.from[0]}" y1="${shape.from[1]}" x2="${shape.to[0]}" y2="${shape.to[1]}" stroke="${ink(shape.role)}" ` +
        `stroke-width="${shape.stroke}"${shape.dashed ? ` stroke-dasharray="3 2.4"` : ""}/>`
      );
    case "soft":
      return `<rect ${box(shape)} fill="url(#soft)"/>`;
    case "text":
      return "";
  }
}

function box(shape: { x: number; y: number; width: number; height: number; round?: number }): string {
  return `x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}"${shape.round ? ` rx="${shape.round}"` : ""}`;
}

function ink(role: Role): string {
  return `#${greyByRole[role].toString(16).padStart(2, "0").repeat(3)}`;
}
