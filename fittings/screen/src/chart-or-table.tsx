import { type ReactElement, type ReactNode, useId, useState } from "react";
import type { Table } from "@unmask/core";
import { DrawingView, type ShownDrawing } from "./drawing-view.tsx";
import { TableView } from "./table-view.tsx";

/** A picture and the same numbers as a table, one beside the other's place. The switch never moves. */
export function ChartOrTable({
  drawing,
  table,
  caption,
}: {
  readonly drawing: ShownDrawing | undefined;
  readonly table: Table;
  readonly caption: string;
}): ReactElement {
  const [chosen, setChosen] = useState<"picture" | "table">("picture");
  if (!drawing) return <TableView table={table} caption={caption} />;
  return (
    <>
      <Segments legend="Shown as" value={chosen} onChange={setChosen}>
        {[
          ["picture", "Picture"],
          ["table", "Table"],
        ]}
      </Segments>
      {chosen === "picture" ? <DrawingView drawing={drawing} /> : <TableView table={table} caption={caption} />}
    </>
  );
}

/** A choice between two views, as radio buttons that look like one control. */
function Segments<Value extends string>({
  legend,
  value,
  onChange,
  children,
}: {
  readonly legend: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly children: readonly (readonly [Value, string])[];
}): ReactNode {
  const name = useId();
  return (
    <fieldset className="segments">
      <legend className="unseen">{legend}</legend>
      {children.map(([option, says]) => (
        <label key={option}>
          <input type="radio" name={name} checked={option === value} onChange={() => onChange(option)} />
          <span>{says}</span>
        </label>
      ))}
    </fieldset>
  );
}
