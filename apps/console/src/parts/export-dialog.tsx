import type { ReactElement } from "react";
import { type Instant, type Table, dayIn, civilFromDays, civilToIso, writeCsv } from "@unmask/core";
import { sayCount } from "@unmask/words";
import type { AtDesk } from "../at-desk.ts";
import { withoutStretches } from "../desk/writing-direction.ts";
import { justLog } from "../desk/log-entry.ts";
import { DisclosureDialog } from "./disclosure-dialog.tsx";
import { zone } from "./say-when.ts";

/** Why a list leaves the desk. */
const reasons = [
  { value: "supervision", says: "Supervision", more: "a meeting or a handover" },
  { value: "court", says: "For a hearing, a prosecutor or an order" },
  { value: "other", says: "Another reason, in words" },
] as const;

/** An export is a disclosure: who receives it and why are written first, and only then is there a file. */
export function ExportDialog({
  at,
  what,
  table,
  about,
  now,
  close,
}: {
  readonly at: AtDesk;
  /** "queue": which list. */
  readonly what: string;
  readonly table: Table;
  /** References of everything in it. */
  readonly about: readonly string[];
  readonly now: Instant;
  readonly close: () => void;
}): ReactElement {
  return (
    <DisclosureDialog
      title={`Export ${sayCount(table.rows.length, "row")} as CSV`}
      says="It leaves the desk: that is a disclosure, and is written with its reason and who receives it. The file is then yours to look after."
      reasons={reasons}
      button="Write it and make the file"
      now={now}
      ask={(recipient, reason) => at.world.desk.post(`${what}/export`, { reason, recipient, about }, justLog)}
      then={(log) => {
        at.tellLog(log);
        at.world.saveCsv(`${what}-${civilToIso(civilFromDays(dayIn(zone, now)))}.csv`, writeCsv(forFile(table)));
      }}
      close={close}
    />
  );
}

/** As it is written: the signs that keep each name in its direction on the screen are none of its letters, and would keep it from being found. */
function forFile({ columns, rows }: Table): Table {
  return { columns, rows: rows.map((row) => row.map((cell) => (typeof cell === "string" ? withoutStretches(cell) : cell))) };
}
