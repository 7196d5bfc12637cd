import type { ReactElement } from "react";
import type { Instant } from "@unmask/core";
import type { AtDesk } from "../at-desk.ts";
import { DisclosureDialog } from "./disclosure-dialog.tsx";

/** Why a file leaves the desk. */
const reasons = [
  { value: "court", says: "For a hearing, a prosecutor or an order" },
  { value: "supervision", says: "Supervision", more: "a meeting or a handover" },
  { value: "other", says: "Another reason, in words", more: "a laboratory, another force" },
] as const;

const written = "That is a disclosure, and is written with its reason and who receives it.";
const ofTheirs = `It goes out as it was handed over, with everything that lies in it: places, names, times. ${written} It is saved and not opened here: what a stranger made can harm the computer that opens it.`;
const ofOurs = `It goes out as it was made here. ${written}`;

/** Taking a file out is a disclosure: who receives it and why are written first. It is saved as it came, and this desk never opens it. */
export function FileDialog({
  at,
  path,
  number,
  now,
  isMadeHere = false,
  close,
}: {
  readonly at: AtDesk;
  /** Below /desk, up to `/file`. */
  readonly path: string;
  /** Her number of the exhibit: "LA/7". */
  readonly number: string;
  readonly now: Instant;
  /** A paper that this desk made, and not what somebody handed over. */
  readonly isMadeHere?: boolean;
  readonly close: () => void;
}): ReactElement {
  return (
    <DisclosureDialog
      title={`Take out the file of ${number}`}
      says={isMadeHere ? ofOurs : ofTheirs}
      reasons={reasons}
      button="Write it and save the file"
      now={now}
      ask={(recipient, reason) => at.world.desk.file(`${path}/file?recipient=${encodeURIComponent(recipient)}`, reason)}
      then={({ name, bytes, log }) => {
        at.tellLog(log);
        at.world.saveFile(name, bytes);
      }}
      close={close}
    />
  );
}
