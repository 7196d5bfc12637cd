import type { ReactElement } from "react";
import type { Instant } from "@unmask/core";
import type { AtDesk } from "../at-desk.ts";
import type { GivenReason } from "../desk/given-reason.ts";
import type { Fact } from "../desk/preview.ts";
import { Facts } from "../parts/facts.tsx";
import { sayNow } from "../parts/say-when.ts";
import { SmallForm } from "../parts/small-form.tsx";
import { useReportCommand } from "../parts/use-report-command.ts";
import { contactReadSpec, waysSaid } from "./report-specs.ts";

/** How the person of one report may be reached, and the place to write what they wrote or said of it since. */
export function Reached({
  at,
  of,
  saw,
  reach,
  reason,
  now,
  again,
}: {
  readonly at: AtDesk;
  /** The report. */
  readonly of: string;
  /** Number of its last event that is on the screen: all up to it counts as read. */
  readonly saw: number;
  readonly reach: readonly Fact[];
  readonly reason: GivenReason;
  readonly now: Instant;
  readonly again: () => void;
}): ReactElement {
  const { came, write } = useReportCommand(at, reason, again);
  const send = (path: string, body: object): Promise<boolean> => write(of, path, { saw, ...body });
  return (
    <>
      <Facts facts={reach} />
      <p className="second-words">It is {sayNow(now)} now.</p>
      <div className="writes">
        <SmallForm {...{ at, of, came, now, again }} spec={contactReadSpec(saw, waysSaid(reach))} write={send} />
      </div>
    </>
  );
}

/** Lines of the sheet beside a form: what can harm comes first in it, and the whole stands at the head of the page. */
const linesBeside = 3;

/** Beside a form in which a call is written down: the hour that it is now, so that it is held against theirs before anybody rings. */
export function NowAndTheirHours({ reach, now }: { readonly reach: readonly Fact[]; readonly now: Instant }): ReactElement {
  return (
    <>
      <p className="bold">It is {sayNow(now)}. Is that one of their hours?</p>
      <Facts facts={reach.map(({ lines = [], ...fact }) => ({ ...fact, lines: lines.slice(0, linesBeside) }))} />
    </>
  );
}
