import { type ReactElement, useState } from "react";
import { mayDo, parseRole } from "@unmask/case";
import type { Instant } from "@unmask/core";
import type { AtDesk } from "../at-desk.ts";
import type { CasePage } from "../desk/case-page.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { Choice } from "./choice.tsx";
import { DisclosureDialog } from "./disclosure-dialog.tsx";
import { KeyCap } from "./key-cap.tsx";

/** In which form a case goes; the server takes these. */
const forms = [
  { value: "json", says: "JSON", more: "everything that was written, and every act: for another system" },
  { value: "case", says: "CASE", more: "the acts, and each file by its hash, for the tools of investigators" },
  { value: "csv", says: "One table (CSV)", more: "a row for each entry, each file and each act: for a spreadsheet" },
] as const;

const reasons = [
  { value: "court", says: "For a hearing, a prosecutor or an order" },
  { value: "supervision", says: "Another system of this force takes it over" },
  { value: "other", says: "Another reason, in words" },
] as const;

const key = { name: "export-case", presses: ["Shift+x"], cap: "⇧X" } as const;

/** Hands out the whole case for another system; whoever may not is told where the button would be. */
export function CaseExport({ at, page, now }: { readonly at: AtDesk; readonly page: CasePage; readonly now: Instant }): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const [format, setFormat] = useState<(typeof forms)[number]["value"]>("json");
  const [contact, setContact] = useState(false);
  const role = parseRole(at.me.officer.role);
  const isOn = page.members.some(({ id }) => id === at.me.officer.id);
  const may = isOn && role !== undefined && mayDo(role, "export", "member").allowed;
  useKeys(may ? [{ ...key, says: "export the case", run: () => setOpen(true) }] : []);
  if (!may)
    return <p className="dashed only-beside">Export: an investigator, supervisor or coordinator who is on the case hands it out.</p>;
  return (
    <>
      <button type="button" className="in-line" aria-keyshortcuts="Shift+X" onClick={() => setOpen(true)}>
        <KeyCap of={key} /> Export
      </button>
      {isOpen && (
        <DisclosureDialog
          title={`Case ${page.case} for another system`}
          says="What you can read of it leaves the desk: that is a disclosure, and is written with its reason, who receives it and the hash of the file. Files are named with their hashes and stay here, as do links to other cases."
          reasons={reasons}
          button="Write it and make the file"
          now={now}
          ask={(recipient, reason) => at.world.desk.fileOf(`cases/${page.case}/export`, { recipient, format, contact, reason })}
          then={({ name, bytes, log }) => {
            at.tellLog(log);
            at.world.saveFile(name, bytes);
          }}
          close={() => setOpen(false)}
        >
          <Choice legend="In which form" options={forms} chosen={format} choose={setFormat} hasKeys={false} />
          <label className="tick">
            <input type="checkbox" checked={contact} onChange={() => setContact(!contact)} />{" "}
            <span>With how the person is reached. Otherwise it is taken out wherever it is found; read it before it goes.</span>
          </label>
        </DisclosureDialog>
      )}
    </>
  );
}
