import type { DeskRoute } from "../../access/desk-route.ts";
import { link, linkAgreed, linkDecided, linksOfCase, linksOfReport } from "./links.ts";
import { search } from "./search.ts";

/** Routes of cases, links and search, one line each. */
export const caseRoutes: readonly DeskRoute[] = [linksOfReport, linksOfCase, link, linkDecided, linkAgreed, search];
