import { type ReactElement, useState } from "react";
import type { Instant } from "@unmask/core";
import type { AtDesk } from "../at-desk.ts";
import { schedule } from "../desk/disclosure.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { PageOfCase } from "../parts/page-of-case.tsx";
import { reasonsForDisclosure } from "./disclosure-cases.tsx";
import { type DisclosureParts, mayHere } from "./disclosure-part.ts";
import { DisclosureRows, idOfRow } from "./disclosure-rows.tsx";
import { DisclosureSide } from "./disclosure-side.tsx";
import { ScheduleActions } from "./disclosure-actions.tsx";
import { sayHeld } from "./disclosure-words.ts";

/** What is held in a case and not relied on: a page without the case, for who may see no more of it. */
export function DisclosureScreen({
  at,
  caseNumber,
  now,
}: {
  readonly at: AtDesk;
  readonly caseNumber: string;
  readonly now: Instant;
}): ReactElement {
  return (
    <PageOfCase
      {...{ at, now, caseNumber }}
      title={`Held, and not relied on: case ${caseNumber}`}
      offered={reasonsForDisclosure}
      part="disclosure"
      read={schedule}
      againSays="look at the schedule again"
      show={(shown) => <Shown {...shown} />}
    />
  );
}

function Shown(parts: DisclosureParts): ReactElement {
  const { at, page, now } = parts;
  const [chosen, choose] = useState<string | undefined>(undefined);
  const here = page.items.find(({ item }) => item === chosen) ?? page.items[0];
  const back = mayHere(at, "read-case");
  const step = (by: 1 | -1): void => {
    const place = page.items.findIndex((one) => one === here);
    const next = page.items[(place + by + page.items.length) % page.items.length]?.item;
    choose(next);
    if (next !== undefined) document.getElementById(idOfRow(next))?.scrollIntoView({ block: "nearest" });
  };
  useKeys([
    ...(page.items.length < 2
      ? []
      : [
          { name: "next-row", presses: ["ArrowDown", "j"], cap: "↑↓", says: "item", isInBar: true, run: () => step(1) },
          { name: "last-row", presses: ["ArrowUp", "k"], cap: "K", says: "item before", run: () => step(-1) },
        ]),
    {
      name: "back",
      presses: ["Escape"],
      cap: "Esc",
      says: "back",
      isInBar: true,
      run: () => at.way.go(back ? { screen: "case", case: page.case, part: "exhibits" } : { screen: "disclosure" }),
    },
  ]);
  return (
    <>
      <main id="work" className="work case-work disclosure">
        <header className="work-head">
          <h1>Held, and not relied on: case {page.case}</h1>
          <p className="sentence">{sayHeld(page)}</p>
        </header>
        <p className="second-words">
          No contact details and no safety plan are ever sent to this screen. Where one stands inside an item, it says so.
        </p>
        <DisclosureRows page={page} here={here} choose={choose} />
        <ScheduleActions {...parts} />
      </main>
      <DisclosureSide {...parts} item={here} now={now} />
    </>
  );
}
