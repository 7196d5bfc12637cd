import type { DeskRoute } from "../../access/desk-route.ts";
import { caseAct, caseActs, caseExhibits, caseFindings } from "./case-acts.ts";
import { caseCommands } from "./case-commands.ts";
import { caseDrawings } from "./case-drawings.ts";
import { caseExported } from "./case-export.ts";
import { exhibitFile, exhibitPicture } from "./case-files.ts";
import { caseOpened, caseRecording, caseShown, cases } from "./cases.ts";
import {
  disclosureCopy,
  disclosureCut,
  disclosureList,
  disclosureOfCase,
  disclosureSchedule,
  disclosureWritten,
  wholeOfItem,
} from "./disclosure.ts";
import { link, linkAgreed, linkDecided, linksOfCase, linksOfReport } from "./links.ts";
import { referralBag, referralSealed, referralsOfCase } from "./referrals.ts";
import { rightsAnswerFile, rightsCarried, rightsGiven, rightsList, rightsLooks, rightsOfCase, rightsWritten } from "./rights.ts";
import { search } from "./search.ts";

/** Routes of cases, links and search, one line each; what is written in a case stands in case-commands.ts. */
export const caseRoutes: readonly DeskRoute[] = [
  cases,
  caseOpened,
  caseShown,
  caseRecording,
  caseActs,
  caseAct,
  caseFindings,
  caseExhibits,
  exhibitFile,
  exhibitPicture,
  caseDrawings,
  caseExported,
  ...caseCommands,
  referralsOfCase,
  referralSealed,
  referralBag,
  disclosureList,
  disclosureOfCase,
  wholeOfItem,
  disclosureCut,
  ...disclosureWritten,
  disclosureCopy,
  disclosureSchedule,
  rightsList,
  rightsOfCase,
  rightsLooks,
  ...rightsWritten,
  rightsCarried,
  rightsGiven,
  rightsAnswerFile,
  linksOfReport,
  linksOfCase,
  link,
  linkDecided,
  linkAgreed,
  search,
];
