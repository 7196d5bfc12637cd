import { type ReactElement, useState } from "react";
import type { Instant } from "@unmask/core";
import type { AtDesk } from "../at-desk.ts";
import type { Report } from "../desk/report.ts";
import { Hindrance } from "../parts/hindrance.tsx";
import { PlaceLink } from "../parts/place-link.tsx";
import { useDraft } from "../parts/use-draft.ts";
import type { ReportCommand } from "../parts/use-report-command.ts";

/** What is read as one with this report, with the way back: parting them leaves each as it was. */
export function ReportJoined({
  at,
  report,
  command,
  now,
  again,
}: {
  readonly at: AtDesk;
  readonly report: Report;
  readonly command: ReportCommand;
  readonly now: Instant;
  readonly again: () => void;
}): ReactElement | null {
  const { joined, joinedInto } = report;
  const pairs = [
    ...joined.map((one) => ({ from: one.report, into: report.report, saw: one.saw, other: one.report, says: `${one.name}, ${one.state}` })),
    ...(joinedInto === undefined
      ? []
      : [
          {
            from: report.report,
            into: joinedInto,
            saw: report.saw,
            other: joinedInto,
            says: "this report was joined to it: while both wait they are one row",
          },
        ]),
  ];
  if (pairs.length === 0) return null;
  return (
    <section aria-label="Read as one">
      <h2>Read as one with</h2>
      <ul className="lines">
        {pairs.map((pair) => (
          <li key={pair.other}>
            <PlaceLink way={at.way} to={{ screen: "report", reference: pair.other }}>
              {pair.other}
            </PlaceLink>
            <span>
              {pair.says}
              <Part at={at} {...pair} command={command} />
            </span>
          </li>
        ))}
      </ul>
      {command.came && <Hindrance answer={command.came} now={now} again={again} />}
    </section>
  );
}

function Part({
  at,
  from,
  into,
  saw,
  command,
}: {
  readonly at: AtDesk;
  readonly from: string;
  readonly into: string;
  readonly saw: number;
  readonly command: ReportCommand;
}): ReactElement {
  const [isAsking, setAsking] = useState(false);
  const [why, setWhy] = useDraft(at, `part ${from}`);
  const part = async (): Promise<void> => {
    if (why.trim() === "") return;
    if (!(await command.write(from, "part", { saw, from: into, why: why.trim() }))) return;
    setWhy("");
    setAsking(false);
  };
  if (!isAsking)
    return (
      <button type="button" className="in-line line" onClick={() => setAsking(true)}>
        Part them again
      </button>
    );
  return (
    <>
      <label className="field">
        <span>Why are they not one?</span>
        <input type="text" autoFocus autoComplete="off" maxLength={1_000} value={why} onChange={(event) => setWhy(event.target.value)} />
      </label>
      <span className="actions">
        <button type="button" className="second-button" onClick={() => void part()}>
          Part {from} from {into}
        </button>
        <button type="button" className="in-line" onClick={() => setAsking(false)}>
          Leave them as one
        </button>
      </span>
    </>
  );
}
