import type { ReactElement } from "react";
import { BringPart } from "../../parts/bring-part.tsx";

/** The accessibility statement, fetched when it is asked for. */
export function BringAccessibility(): ReactElement {
  return <BringPart bring={() => import("./accessibility.tsx")}>{({ Accessibility }) => <Accessibility />}</BringPart>;
}
