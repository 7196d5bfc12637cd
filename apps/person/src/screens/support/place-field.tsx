import type { ReactElement } from "react";
import { type SupportPlace, supportPlaces } from "@unmask/law";
import type { Walk } from "../../session.ts";

const placeWords: Readonly<Record<SupportPlace, string>> = {
  england: "England",
  wales: "Wales",
  scotland: "Scotland",
  "northern-ireland": "Northern Ireland",
};

/** Where she lives: services and law are not the same everywhere. */
export function PlaceField({ session: { asked }, change }: Walk): ReactElement {
  return (
    <p className="field asked">
      <label htmlFor="place">I live in</label>
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
