import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { ReactElement } from "react";
import { type SupportPlace, supportPlaces } from "@unmask/law";
import type { Walk } from "../../session.ts";

const readPlaceWords = (): Readonly<Record<SupportPlace, string>> => ({
  england: t`England`,
  wales: t`Wales`,
  scotland: t`Scotland`,
  "northern-ireland": t`Northern Ireland`,
});

/** Where she lives: services and law are not the same everywhere. */
export function PlaceField({ session: { asked }, change }: Walk): ReactElement {
  const placeWords = readPlaceWords();
  return (
    <p className="field asked">
      <label htmlFor="place">
        <Trans>I live in</Trans>
      </label>
      <select
        id="place"
        value={asked.place}
        onChange={({ target }) => {
          const place = supportPlaces.find((one) => one === target.value);
          if (place !== undefined) change({ asked: { ...asked, place } });
        }}
      >
        {supportPlaces.map((place) => (
          <option key={place} value={place}>
            {placeWords[place]}
          </option>
        ))}
      </select>
    </p>
  );
}
