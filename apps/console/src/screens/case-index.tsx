import type { ReactElement } from "react";
import type { Instant } from "@unmask/core";
import { sayNumber } from "@unmask/words";
import type { CasePlace } from "../address/place.ts";
import type { Way } from "../address/use-place.ts";
import type { CaseFile, CasePart } from "../desk/case-file.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { KeyCap } from "../parts/key-cap.tsx";
import { PlaceLink } from "../parts/place-link.tsx";
import { sayWhen } from "../parts/say-when.ts";

/** The parts of a case that have a page, each with its letter and its name. */
const parts: readonly { readonly part: CasePart; readonly letter: string; readonly says: string }[] = [
  { part: "now", letter: "N", says: "Now" },
  { part: "timeline", letter: "T", says: "Timeline" },
  { part: "people", letter: "P", says: "People" },
  { part: "enquiries", letter: "E", says: "Enquiries" },
  { part: "links", letter: "K", says: "Links" },
];

/** The index of a case: a letter for each part, and how many things stand in it. */
export function CaseIndex({
  way,
  place,
  file,
  now,
}: {
  readonly way: Way;
  readonly place: CasePlace;
  readonly file: CaseFile;
  readonly now: Instant;
}): ReactElement {
  const shown = parts.flatMap((one) => {
    const told = file.parts.find(({ part }) => part === one.part);
    return told === undefined ? [] : [{ ...one, count: told.count }];
  });
  useKeys(
    shown.map(({ part, letter, says }) => ({
      name: `part-${part}`,
      presses: [letter.toLowerCase()],
      cap: letter,
      says: `part: ${says}`,
      run: () => way.replace({ ...place, part }),
    })),
  );
  return (
    <nav className="index case-index" aria-label={`Parts of case ${file.case}`}>
      <p className="second-words">Case</p>
      <p className="case-number">{file.case}</p>
      <p className="second-words">
        opened {sayWhen(file.opened, now)}
        {file.closed !== undefined && <b>, closed {sayWhen(file.closed, now)}</b>}
      </p>
      <ul>
        {shown.map(({ part, letter, says, count }) => (
          <li key={part}>
            <PlaceLink way={way} to={{ ...place, part }} isHere={place.part === part} isInPlace keys={letter}>
              <KeyCap of={{ name: `part-${part}`, presses: [letter.toLowerCase()], cap: letter }} />
              <span>{says}</span>
              <span className="end">{sayNumber(count)}</span>
            </PlaceLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
