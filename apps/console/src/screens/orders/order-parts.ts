import { breachPart } from "../register/breach-part.tsx";
import { movesPart } from "../register/moves-part.tsx";
import { applicantPart } from "./applicant-part.tsx";
import { appealPart } from "./appeal-part.tsx";
import { bundlePart } from "./bundle-part.tsx";
import { changePart } from "./change-part.tsx";
import { compatibilityPart } from "./compatibility-part.tsx";
import { conditionsPart } from "./conditions-part.tsx";
import { coursePart } from "./course-part.tsx";
import { courtPart } from "./court-part.tsx";
import { criteriaPart } from "./criteria-part.tsx";
import { historyPart } from "./history-part.tsx";
import { identityPart } from "./identity-part.tsx";
import type { OrderPart } from "./order-part.ts";
import { periodsPart } from "./periods-part.tsx";
import { promptsPart } from "./prompts-part.tsx";
import { protectedPart } from "./protected-part.tsx";
import { servicePart } from "./service-part.tsx";
import { subjectPart } from "./subject-part.tsx";

/** The parts of an order in the order of its index; each has its place there as its key. To add one: its file, and one line here. */
export const orderParts: readonly OrderPart[] = [
  criteriaPart,
  conditionsPart,
  periodsPart,
  compatibilityPart,
  promptsPart,
  applicantPart,
  subjectPart,
  protectedPart,
  bundlePart,
  coursePart,
  servicePart,
  courtPart,
  movesPart,
  breachPart,
  changePart,
  appealPart,
  identityPart,
  historyPart,
];
