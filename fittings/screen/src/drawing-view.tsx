import { type Drawing, type Shape, textWidth } from "@unmask/core";
import { type ReactElement, useId, useLayoutEffect, useRef, useSyncExternalStore } from "react";
import { Sideways } from "./sideways.tsx";

/** One picture, for a narrow and for a wide page. */
export interface ShownDrawing {
  readonly phone: Drawing;
  readonly desktop: Drawing;
}

/** From here the picture drawn for a desktop stands at its own size. */
const wide = globalThis.matchMedia("(min-width: 50rem)");

/**
 * Draws a picture as SVG. The inks come from the stylesheet by role, so that one drawing serves day and night. It grows with the text and
 * scrolls sideways where the page is narrower than its words need.
 */
export function DrawingView({ drawing }: { readonly drawing: ShownDrawing }): ReactElement {
  const isWide = useSyncExternalStore(watchWidth, () => wide.matches);
  const fade = useId();
  const { alt, width, height, shapes, note, title } = isWide ? drawing.desktop : drawing.phone;
  const picture = useRef<SVGSVGElement>(null);
  useLayoutEffect(() => {
    if (picture.current) fitWords(picture.current, shapes);
  }, [shapes]);
  return (
    <figure className={isWide ? "wide" : ""}>
      <Sideways label={title}>
        <svg ref={picture} className="drawing" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={alt}>
          <linearGradient id={fade} className="role-day">
            <stop offset="0" stopOpacity="0.1" />
            <stop offset="0.3" stopOpacity="0.75" />
            <stop offset="0.7" stopOpacity="0.75" />
            <stop offset="1" stopOpacity="0.1" />
          </linearGradient>
          {shapes.map((shape, i) => (
            // Shapes have no identity of their own: a drawing is replaced whole, never edited.
            <ShapeView key={i} shape={shape} fade={fade} />
          ))}
        </svg>
      </Sideways>
      {note !== "" && <figcaption>{note}</figcaption>}
    </figure>
  );
}

/**
 * A picture is laid out by the widths of one font, and its reader has another: words that would be wider than their place are drawn narrower, so that none
 * runs into what stands beside it or out of the picture. All are measured before one is changed.
 */
function fitWords(picture: SVGSVGElement, shapes: readonly Shape[]): void {
  const words = shapes.filter((one) => one.shape === "text");
  const drawn = [...picture.querySelectorAll("text")];
  for (const one of drawn) one.removeAttribute("textLength");
  const long = drawn.map((one) => one.getComputedTextLength());
  for (const [i, { text, size, bold }] of words.entries()) {
    const room = textWidth(text, size, bold === true);
    if ((long[i] ?? 0) <= room) continue;
    drawn[i]?.setAttribute("textLength", String(room));
    drawn[i]?.setAttribute("lengthAdjust", "spacingAndGlyphs");
  }
}

function watchWidth(onChange: () => void): () => void {
  wide.addEventListener("change", onChange);
  return () => wide.removeEventListener("change", onChange);
}

function ShapeView({ shape, fade }: { readonly shape: Shape; readonly fade: string }): ReactElement {
  const role = `role-${shape.role}`;
  switch (shape.shape) {
    case "rect":
      return <rect className={`fill ${role}`} x={shape.x} y={shape.y} width={shape.width} height={shape.height} rx={shape.round} />;
    case "outline":
      return (
        <rect
          className={`stroke ${role}`}
          x={shape.x}
          y={shape.y}
          width={shape.width}
          height={shape.height}
          rx={shape.round}
          strokeWidth={shape.stroke}
        />
      );
    case "circle":
      return (
        <circle className={`${shape.open ? "stroke" : "fill"} ${role}`} cx={shape.x} cy={shape.y} r={shape.radius} strokeWidth={1.5} />
      );
    case "polygon":
      return <polygon className={`fill ${role}`} points={shape.points.map((point) => point.join(",")).join(" ")} />;
    case "line":
      return (
        <line
          className={`stroke ${role}`}
          x1={shape.from[0]}
          y1={shape.from[1]}
          x2={shape.to[0]}
          y2={shape.to[1]}
          strokeWidth={shape.stroke}
          strokeDasharray={shape.dashed === true ? "4 3" : undefined}
        />
      );
    case "soft":
      return <rect fill={`url(#${fade})`} x={shape.x} y={shape.y} width={shape.width} height={shape.height} />;
    case "text":
      return (
        <text
          className={`${role}${shape.bold === true ? " bold" : ""}`}
          x={shape.x}
          y={shape.y}
          fontSize={shape.size}
          textAnchor={shape.anchor}
        >
          {shape.text}
        </text>
      );
  }
}
