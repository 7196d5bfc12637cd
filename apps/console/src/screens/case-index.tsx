import type { ReactElement } from "react";
import type { Instant } from "@unmask/core";
import { sayNumber } from "@unmask/words";
import type { CasePlace } from "../address/place.ts";
import type { AtDesk } from "../at-desk.ts";
import type { CasePage } from "../desk/case-page.ts";
import type { CasePart } from "../desk/case-part.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { CaseExport } from "../parts/case-export.tsx";
import { KeyCap } from "../parts/key-cap.tsx";
import { PlaceLink } from "../parts/place-link.tsx";
import { sayWhen } from "../parts/say-when.ts";
import { useInSight } from "../parts/use-in-sight.ts";
import { OrdersInHead } from "./case-orders.tsx";
import { countDecisions } from "./case-words.ts";

/** A part with its letter, its name, and how many things stand in it. */
interface IndexLine {
  readonly part: CasePart;
  readonly letter: string;
  readonly says: string;
  readonly count?: number;
}

/** The parts of a case, in their order. */
function partsOf(page: CasePage): readonly IndexLine[] {
  const { first } = page;
  return [
    { part: "now", letter: "N", says: "Now", count: first.danger.length + first.overdue.length + first.due.length + first.new.total },
    { part: "timeline", letter: "T", says: "Timeline", count: page.summary.acts },
    { part: "people", letter: "P", says: "People", count: page.people.length },
    { part: "known", letter: "F", says: "Facts", count: page.facts.length + page.accounts.length + page.inferences.length },
    { part: "risk", letter: "A", says: "Danger and risk", count: page.first.danger.length + page.first.breaches.length },
    { part: "enquiries", letter: "E", says: "Enquiries", count: page.enquiries.length },
    { part: "links", letter: "K", says: "Links", count: page.links },
    { part: "decisions", letter: "D", says: "Decisions", count: countDecisions(page.decisions) },
    { part: "recording", letter: "R", says: "Recording" },
    { part: "updates", letter: "U", says: "Updates", count: page.updates.length },
    { part: "referrals", letter: "S", says: "Support" },
    { part: "exhibits", letter: "X", says: "Exhibits", count: page.reports.reduce((sum, { packs }) => sum + packs.length, 0) },
    { part: "closing", letter: "L", says: "Closing" },
  ];
}

/** The index of a case: a letter for each part, and how many things stand in it. */
export function CaseIndex({
  at,
  place,
  page,
  now,
}: {
  readonly at: AtDesk;
  readonly place: CasePlace;
  readonly page: CasePage;
  readonly now: Instant;
}): ReactElement {
  const { way } = at;
  const shown = partsOf(page);
  useKeys(
    shown.map(({ part, letter, says }) => ({
      name: `part-${part}`,
      presses: [letter.toLowerCase()],
      cap: letter,
      says: `part: ${says}`,
      run: () => way.replace({ ...place, part }),
    })),
  );
  const line = useInSight(place.part);
  return (
    <nav className="index case-index" aria-label={`Parts of case ${page.case}`}>
      <div className="case-named">
        <p className="second-words only-beside">Case</p>
        <p className="case-number">{page.case}</p>
        {page.opened && <p className="second-words only-beside">opened {sayWhen(page.opened.happened, now)}</p>}
        <OrdersInHead way={way} page={page} />
        {page.closed && (
          <p className="second-words">
            <b>closed {sayWhen(page.closed.happened, now)}</b>
          </p>
        )}
      </div>
      <ul ref={line}>
        {shown.map(({ part, letter, says, count }) => (
          <li key={part}>
            <PlaceLink way={way} to={{ ...place, part }} isHere={place.part === part} isInPlace keys={letter}>
              <KeyCap of={{ name: `part-${part}`, presses: [letter.toLowerCase()], cap: letter }} />
              <span>{says}</span>
              {count !== undefined && <span className="end">{sayNumber(count)}</span>}
            </PlaceLink>
          </li>
        ))}
        <li className="hands-out">
          <CaseExport at={at} page={page} now={now} />
        </li>
      </ul>
    </nav>
  );
}
