import type { ReactElement } from "react";
import type { AtDesk } from "../at-desk.ts";
import type { GivenReason } from "../desk/given-reason.ts";
import type { OfferedReason } from "../desk/preview.ts";
import { Reasons } from "./reasons.tsx";

/** A page of which nothing stands on the screen before the officer says why. */
export function ReasonFirst({
  at,
  title,
  says = "Nothing of it is shown before you say why you open it.",
  reference,
  offered,
  open,
  children,
}: {
  readonly at: Pick<AtDesk, "me">;
  readonly title: string;
  readonly says?: string;
  /** What the line of the log will name. */
  readonly reference: string;
  readonly offered: readonly OfferedReason[];
  readonly open: (reason: GivenReason) => void;
  /** What came of a reason that was given, before they are offered again. */
  readonly children?: ReactElement | false | undefined;
}): ReactElement {
  return (
    <main id="work" className="work one-column">
      <h1>{title}</h1>
      <p className="sentence">{says}</p>
      {children}
      <Reasons reference={reference} officer={at.me.officer.name} offered={offered} open={open} />
    </main>
  );
}
