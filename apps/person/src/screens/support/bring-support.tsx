import type { ReactElement } from "react";
import type { SupportScreen } from "../../navigation.ts";
import { BringPart } from "../../parts/bring-part.tsx";
import type { Walk } from "../../session.ts";

/** Who can help and what is known. */
export function BringSupport(parts: Walk & { readonly screen: SupportScreen }): ReactElement {
  return <BringPart bring={() => import("./support-screens.tsx")}>{({ SupportScreens }) => <SupportScreens {...parts} />}</BringPart>;
}
