import { type ReactElement, useState } from "react";
import type { Instant } from "@unmask/core";
import type { AtDesk } from "../at-desk.ts";
import { rightsPage } from "../desk/rights.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { PageOfCase } from "../parts/page-of-case.tsx";
import { SmallForm } from "../parts/small-form.tsx";
import { useCommand } from "../parts/use-command.ts";
import { reasonsForRights } from "./rights-cases.tsx";
import type { RightsParts } from "./rights-part.ts";
import { RightsHeld } from "./rights-held.tsx";
import { RightsRequest } from "./rights-request.tsx";
import { RightsSide } from "./rights-side.tsx";
import { askSpec } from "./rights-specs.ts";

/** What people ask about themselves in one case: a request, each thing that is held, and who looked. */
export function RightsScreen({
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
      title={titleOf(caseNumber)}
      offered={reasonsForRights}
      part="rights"
      read={rightsPage}
      againSays="look at it again"
      show={(shown) => <Shown {...shown} />}
    />
  );
}

function titleOf(caseNumber: string): string {
  return `What people ask about themselves: case ${caseNumber}`;
}

function Shown(parts: RightsParts): ReactElement {
  const { at, page, reason, now, again } = parts;
  const [chosen, choose] = useState<string | undefined>(undefined);
  const open = page.requests.filter(({ ended, given }) => ended === null && given.length === 0);
  const here = page.requests.find(({ request }) => request === chosen) ?? open[0] ?? page.requests.at(-1);
  const { came, write } = useCommand(at, page, reason, again);
  useKeys([
    {
      name: "back",
      presses: ["Escape"],
      cap: "Esc",
      says: "back",
      isInBar: true,
      run: () => at.way.go({ screen: "case", case: page.case, part: "people" }),
    },
  ]);
  return (
    <>
      <main id="work" className="work case-work disclosure">
        <header className="work-head">
          <h1>{titleOf(page.case)}</h1>
        </header>
        {page.requests.length === 0 && <p>Nobody has asked about themselves in this case.</p>}
        {page.requests.length > 1 && (
          <p className="actions">
            {page.requests.map(({ request }) => (
              <button
                key={request}
                type="button"
                className="second-button"
                aria-current={request === here?.request ? "true" : undefined}
                onClick={() => choose(request)}
              >
                {request}
              </button>
            ))}
          </p>
        )}
        {here !== undefined && <RightsRequest key={here.request} {...parts} request={here} />}
        {here !== undefined && here.ended === null && <RightsHeld page={page} request={here} />}
        <div className="writes">
          <SmallForm {...{ at, came, write, now, again }} spec={askSpec(page)} of={page.case} />
        </div>
      </main>
      <RightsSide key={`side ${here?.request ?? ""}`} {...parts} request={here} />
    </>
  );
}
