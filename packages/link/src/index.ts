/**
 * Reports in, explained links out: the same identifier in two reports, what agrees, what speaks against it, and what nobody knows.
 *
 * - identifier, posting: by what reports are compared, and the line of the index (docs/formats/identifier-posting.md)
 * - suggest-links: which other reports show it; with a part of the index down it says so
 * - compare-sides: agreement, contradiction and ignorance, as rows of one kind
 *
 * @module
 */
export { type Identifier, type LinkedKind, identifierOf, identifiersOf, nameOf } from "./identifier.ts";
export { type KeyedHash, type Posting, type Shown, keyOf, postingsOf } from "./posting.ts";
export { type DecidedPair, type FoundLinks, type IndexPart, type SuggestedLink, suggestLinks } from "./suggest-links.ts";
export { type HolderFact, type LinkSide, type Use } from "./side.ts";
export { type Comparison, compareSides } from "./compare-sides.ts";
