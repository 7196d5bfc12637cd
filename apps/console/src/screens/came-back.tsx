import { type ReactElement, useEffect, useState } from "react";
import { type Place, isOfDesk, placeAt, queuePlace } from "../address/place.ts";
import { placeBefore } from "../desk/sign-in-ways.ts";
import { Door } from "../parts/door.tsx";
import { sayNoProvider } from "../parts/say-hindrance.ts";
import type { World } from "../world.ts";

/** Back from the force's own sign-in: what it sent along is handed in once, and then the officer is where they were. */
export function CameBack({
  world,
  done,
  failed,
}: {
  readonly world: World;
  readonly done: (place: Place) => void;
  readonly failed: (says: string) => void;
}): ReactElement {
  // Taken out of the address and of the history: it is worth a session until it is handed in.
  const [answer] = useState(world.addresses.takeSearch);
  useEffect(() => {
    document.title = "Sign in · Unmask desk";
    const handIn = async (): Promise<void> => {
      const came = await world.desk.post("sign-in/provider/finish", { answer }, placeBefore);
      if (came.came === "value") done(placeOf(came.value));
      else failed(sayNoProvider(came));
    };
    void handIn();
    // Handed in once, whatever is drawn anew meanwhile: a second time it would open nothing.
  }, []);
  return (
    <Door force="" says="Asking who is signed in." now={world.now()}>
      <p role="status">Your force’s sign-in sent you back. Asking whether it holds.</p>
    </Door>
  );
}

/** Where the officer was; the queue where that is no place of the desk's. */
function placeOf(address: string): Place {
  const cut = address.indexOf("?");
  const place = cut === -1 ? placeAt(address, "") : placeAt(address.slice(0, cut), address.slice(cut));
  return isOfDesk(place) ? place : queuePlace;
}
