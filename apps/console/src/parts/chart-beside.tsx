import type { ReactElement } from "react";
import type { EditionChart } from "@unmask/case";
import { DrawingView, TableView } from "@unmask/fittings-screen";

/** Units of a drawing at a desk and on a phone. */
const widths = { desktop: 800, phone: 350 } as const;

/** A finding, its doubt in the second line, the picture, and the same as a table as large as the picture. */
export function ChartBeside({
  make,
  none,
}: {
  /** Draws it so many units wide; undefined: there is nothing to draw. */
  readonly make: (width: number) => EditionChart | undefined;
  /** What is said where there is nothing to draw. */
  readonly none: string;
}): ReactElement {
  const [chart, phone] = [make(widths.desktop), make(widths.phone)];
  if (chart === undefined || phone === undefined) return <p className="second-words">{none}</p>;
  const { finding, doubt, table } = chart;
  return (
    <section className="chart-beside">
      <div>
        <h2 className="chart-sentence">{finding}</h2>
        <p className="second-words">{doubt}</p>
        <DrawingView drawing={{ desktop: chart.drawing, phone: phone.drawing }} />
      </div>
      <div>
        <h3>The same, as a table</h3>
        <TableView table={table} caption={`${chart.drawing.title}, as a table`} />
      </div>
    </section>
  );
}
