import type { ReactElement } from "react";
import type { Instant } from "@unmask/core";
import type { AtDesk } from "../at-desk.ts";
import type { GivenReason } from "../desk/given-reason.ts";
import type { Fact } from "../desk/preview.ts";
import { type ContactWay, contactWays } from "../desk/report-done.ts";
import { Facts } from "../parts/facts.tsx";
import { sayNow } from "../parts/say-when.ts";
import { SmallForm } from "../parts/small-form.tsx";
import { useReportCommand } from "../parts/use-report-command.ts";
import type { WriteSpec, WrittenValues } from "../parts/written-fields.ts";
import { contactWayInWords } from "./report-words.ts";

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
      <div className="writes">
        <SmallForm {...{ at, of, came, now, again }} spec={contactReadSpec(saw)} write={send} />
      </div>
    </>
  );
}

/** Beside a form in which a call is written down: the hour that it is now, so that it is held against theirs before anybody rings. */
export function NowAndTheirHours({ reach, now }: { readonly reach: readonly Fact[]; readonly now: Instant }): ReactElement {
  return (
    <>
      <p className="bold">It is {sayNow(now)}. Is that one of their hours?</p>
      <Facts facts={reach} />
    </>
  );
}

const isReplaced = ({ outcome }: WrittenValues): boolean => outcome === "replaced";

/** What the person wrote or said was read for how they are reached. */
function contactReadSpec(through: number): WriteSpec {
  return {
    name: "contact-read",
    path: "contact-read",
    letter: "h",
    button: "How they are reached",
    verb: "Write how they are reached",
    fields: [
      {
        key: "outcome",
        asks: "By all that they wrote and said until now",
        as: "choice",
        options: [
          { value: "stands", says: "the way that was said still holds" },
          { value: "replaced", says: "another way takes its place" },
          { value: "none-left", says: "none of it may be used any more" },
        ],
      },
      {
        key: "channel",
        asks: "By which way?",
        as: "choice",
        options: contactWays.map((value: ContactWay) => ({ value, says: contactWayInWords[value] })),
        isAsked: isReplaced,
      },
      { key: "address", asks: "Number or address", as: "line", isOptional: true, isAsked: isReplaced },
      { key: "hours", asks: "Hours that are safe", as: "line", isOptional: true, isAsked: isReplaced },
      { key: "voicemail", asks: "Voicemail: yes, no, or their words", as: "line", isOptional: true, isAsked: isReplaced },
      { key: "codeWord", asks: "What to say first", as: "line", isOptional: true, isAsked: isReplaced },
      { key: "says", asks: "By which words of theirs", as: "words", isOptional: true },
    ],
    changes:
      "What they wrote until now no longer stands against the way. A way that is replaced is struck and kept, and no notice goes by it any more.",
    sends: ({ outcome, says, ...way }) => ({
      through,
      outcome,
      ...(outcome === "replaced" && { contact: way }),
      ...(says !== undefined && { says }),
    }),
  };
}
