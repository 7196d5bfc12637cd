import type { ReactElement } from "react";
import type { Instant } from "@unmask/core";
import type { Noted } from "../desk/noted.ts";
import { sayWhen } from "../parts/say-when.ts";

/** What was withdrawn of some kinds, each with who withdrew it and why; nothing where nothing was. */
export function WithdrawnLines({
  noted,
  kinds,
  now,
}: {
  readonly noted: Pick<Noted, "withdrawn">;
  readonly kinds: readonly string[];
  readonly now: Instant;
}): ReactElement | null {
  const struck = noted.withdrawn.filter(({ kind }) => kinds.includes(kind));
  if (struck.length === 0) return null;
  return (
    <ul className="lines" aria-label="Withdrawn: it holds no more">
      {struck.map(({ says, at, by, withdrawn }) => (
        <li key={`${at} ${withdrawn.at} ${says}`}>
          <span className="second-words">{sayWhen(at, now)}</span>
          <span>
            <s>{says}</s>
            <span className="line second">written by {by ?? "the desk"}</span>
            <span className="line">
              <b>withdrawn</b> {sayWhen(withdrawn.at, now)} by {withdrawn.by ?? "the desk"}: “{withdrawn.reason}”
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
