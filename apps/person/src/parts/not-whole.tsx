import { plural, t } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import { sayRuns } from "@unmask/words";
import type { ReactElement } from "react";
import type { Navigation } from "../navigation.ts";
import { Caveat } from "./caveats.tsx";

/** Names listed before the rest is summed up. */
const mostListed = 200;

/** What of hers is missing where it is kept or was changed there, files and lines of her journal: what is shown or made is without it, and how to have it back. */
export function NotWhole({
  names,
  lines,
  navigation,
}: {
  readonly names: readonly string[];
  readonly lines: readonly number[];
  readonly navigation: Pick<Navigation, "go">;
}): ReactElement | null {
  if (names.length === 0 && lines.length === 0) return null;
  return (
    <Caveat>
      {names.length > 0 && (
        <>
          <h2>{plural(names.length, { one: "# file of yours is not in it", other: "# files of yours are not in it" })}</h2>
          <ul>
            {names.slice(0, mostListed).map((name, i) => (
              <li key={i}>
                <bdi>{name}</bdi>
              </li>
            ))}
            {names.length > mostListed && <li>{t`and ${names.length - mostListed} more`}</li>}
          </ul>
          <p>
            <Trans>
              What it holds is missing here, or was changed by something else. Bring the file in again if you have it, or a copy.
            </Trans>
          </p>
        </>
      )}
      {lines.length > 0 && <LostLines numbers={lines} />}
      <button type="button" className="bare underlined" onClick={() => navigation.go({ name: "keep", at: "been-here" })}>
        <Trans>Bring notes back from a copy</Trans>
      </button>
    </Caveat>
  );
}

/** What a lost line said nobody knows, nor whether it was an entry or something that she added to one. */
function LostLines({ numbers }: { readonly numbers: readonly number[] }): ReactElement {
  const which = sayRuns(numbers);
  return (
    <>
      <h2>
        <Plural value={numbers.length} one="Something that you wrote is not in it" other="# things that you wrote are not in it" />
      </h2>
      <p>
        <Plural
          value={numbers.length}
          one={`Number ${which} is missing here, or was changed by something else. A report says so, with the number alone, and that you did not choose to leave it out.`}
          other={`Numbers ${which} are missing here, or were changed by something else. A report says so, with the numbers alone, and that you did not choose to leave them out.`}
        />
      </p>
    </>
  );
}
