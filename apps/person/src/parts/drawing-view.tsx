import type { Drawing, Shape } from "@unmask/core";
import type { ReactElement } from "react";

/** Draws a picture as SVG. The inks come from the stylesheet by role, so that one drawing serves day and night. */
export function DrawingView({ drawing }: { readonly drawing: Drawing }): ReactElement {
  return (
    <svg className="drawing" viewBox={`0 0 ${drawing.width} ${drawing.height}`} role="img" aria-label={drawing.alt}>
      {drawing.shapes.map((shape, i) => (
        // Shapes have no identity of their own: a drawing is replaced whole, never edited.
        <ShapeView key={i} shape={shape} />
      ))}
    </svg>
  );
}

function ShapeView({ shape }: { readonly shape: Shape }): ReactElement {
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
      return <rect className={`fill soft ${role}`} x={shape.x} y={shape.y} width={shape.width} height={shape.height} />;
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
