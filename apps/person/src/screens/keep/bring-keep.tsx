import type { ReactElement } from "react";
import { BringPart } from "../../parts/bring-part.tsx";
import type { Walk } from "../../session.ts";
import type { KeepScreen } from "./keep-screen.ts";

/** What is kept on this device. */
export function BringKeep(parts: Walk & { readonly screen: KeepScreen }): ReactElement {
  return <BringPart bring={() => import("./keep-screens.tsx")}>{({ KeepScreens }) => <KeepScreens {...parts} />}</BringPart>;
}
