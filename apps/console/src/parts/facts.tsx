import type { ReactElement } from "react";
import type { Fact, KnownLine } from "../desk/preview.ts";
import { KnownBy } from "./known-by.tsx";

/** Rows of what is known: what must be seen first is bold, amber where it is to be minded, dashed where nobody said it. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }): ReactElement {
  return (
    <dl className="facts">
      {facts.map(({ label, strong, says, lines = [], isMind, isOpen }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {strong !== undefined && (
              <b className={[...(isMind === true ? ["mind"] : []), ...(isOpen === true ? ["dashed"] : [])].join(" ")}>{strong}</b>
            )}{" "}
            {says}
            {lines.length > 0 && (
              <ul>
                {lines.map((line) => (
                  <li key={`${line.label ?? ""} ${line.says}`} className={line.isMind === true ? "mind" : undefined}>
                    {line.label !== undefined && <b>{line.label}: </b>}
                    {line.isStruck === true ? <s>{line.says}</s> : line.says}
                  </li>
                ))}
              </ul>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What says that somebody is in danger now: each sentence with how it is known. */
export function DangerBox({
  lines,
  level: Heading = "h2",
}: {
  readonly lines: readonly KnownLine[];
  /** The heading's level: below that of the page, or of a panel in it. */
  readonly level?: "h2" | "h3";
}): ReactElement | null {
  if (lines.length === 0) return null;
  return (
    <div className="danger-box">
      <Heading className="danger">Danger now</Heading>
      {lines.map(({ says, how, from }) => (
        <p key={`${from ?? ""} ${says}`}>
          <span className="danger-says">{says}</span>
          <KnownBy how={how} from={from} />
        </p>
      ))}
    </div>
  );
}
