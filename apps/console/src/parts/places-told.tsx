import type { ReactElement } from "react";
import type { PlaceTold } from "../desk/place-told.ts";
import { KnownBy } from "./known-by.tsx";

/** Where whoever is sent has to go, as it was told with each report; where none told it, that is said. Stands wherever a danger does. */
export function PlacesTold({ places }: { readonly places: readonly PlaceTold[] }): ReactElement {
  if (places.length === 0) return <span className="line bold">No place stands in a field of its own: look for it in their words.</span>;
  return (
    <>
      {places.map(({ report, says }) => (
        <span className="line" key={report}>
          Place told with {report}: <b>{says}</b> <KnownBy how="account" />
        </span>
      ))}
    </>
  );
}
