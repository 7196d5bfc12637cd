/**
 * What makes her papers and her pack, with the layouts that only the typesetter reads and the tables of what its fonts draw: fetched when she asks
 * for a report, never before.
 *
 * @module
 */
export { makePack } from "@unmask/corridor";
