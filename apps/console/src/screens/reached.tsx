import type { ReactElement } from "react";
import type { Instant } from "@unmask/core";
import type { AtDesk } from "../at-desk.ts";
import type { GivenReason } from "../desk/given-reason.ts";
import type { Fact } from "../desk/preview.ts";
import type { ReachedPerson } from "../desk/reached-person.ts";
import { Facts } from "../parts/facts.tsx";
import { sayNow } from "../parts/say-when.ts";
import { SmallForm } from "../parts/small-form.tsx";
import { useReportCommand } from "../parts/use-report-command.ts";
import { contactReadSpec } from "./report-specs.ts";

/** Where several persons are told, the digit that opens the form of each; whoever comes after the ninth is reached by Tab. */
const lettersOfSeveral = "123456789";

/** How each person of these reports may be reached, and under each the place to write what that one wrote or said of it since. */
export function Reached({
  persons,
  ...parts
}: {
  readonly at: AtDesk;
  readonly persons: readonly ReachedPerson[];
  readonly reason: GivenReason;
  readonly now: Instant;
  readonly again: () => void;
}): ReactElement {
  const isOne = persons.length === 1;
  return (
    <>
      <p className="second-words">It is {sayNow(parts.now)} now.</p>
      {persons.map((person, i) => (
        <section key={person.report} aria-label={`How ${person.name}, ${person.report}, is reached`}>
          {!isOne && (
            <p className="bold">
              {person.name}, {person.report}
            </p>
          )}
          <PersonReached {...parts} person={person} letter={isOne ? "h" : lettersOfSeveral.charAt(i)} />
        </section>
      ))}
    </>
  );
}

/** One of them: what is written goes to that report, and changes that way alone. */
function PersonReached({
  at,
  person,
  letter,
  reason,
  now,
  again,
}: Omit<Parameters<typeof Reached>[0], "persons"> & { readonly person: ReachedPerson; readonly letter: string }): ReactElement {
  const { came, write } = useReportCommand(at, reason, again);
  const { report, saw, reach } = person;
  const send = (path: string, body: object): Promise<boolean> => write(report, path, { saw, ...body });
  return (
    <>
      <Facts facts={reach} />
      <div className="writes">
        <SmallForm {...{ at, came, now, again }} of={report} spec={contactReadSpec(person, letter)} write={send} />
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
