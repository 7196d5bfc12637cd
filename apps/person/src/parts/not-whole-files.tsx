import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { ReactElement } from "react";
import type { Navigation } from "../navigation.ts";
import { Caveat } from "./caveats.tsx";

/** Names listed before the rest is summed up. */
const mostListed = 200;

/** Files of hers that are missing where they are kept or were changed there: what is shown or made is without them, and how to have them back. */
export function NotWholeFiles({
  names,
  navigation,
}: {
  readonly names: readonly string[];
  readonly navigation: Pick<Navigation, "go">;
}): ReactElement | null {
  if (names.length === 0) return null;
  return (
    <Caveat>
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
        <Trans>What was kept of it is missing, or was changed by something else. Bring the file in again if you have it, or a copy.</Trans>
      </p>
      <button type="button" className="bare underlined" onClick={() => navigation.go({ name: "keep", at: "been-here" })}>
        <Trans>Bring notes back from a copy</Trans>
      </button>
    </Caveat>
  );
}
