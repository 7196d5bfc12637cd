/**
 * IRIs of the nodes of `case.jsonld.gz`: `kb:<kind>-<UUID>`. The UUID has the form of version 4 (RFC 9562), as UCO asks: sixty random bits of
 * the pack, then the kind and a running number. So two passes over the report give the same names, and a name says nothing of content.
 */
const nodeKinds = [
  "bundle", "person", "tool", "application", "application-facet", "account", "account-facet", "address-facet", "file", "file-facet",
  "content-facet", "hash", "message", "message-facet", "call", "call-facet", "event", "event-facet", "attachment", "attachment-facet",
  "attachment-content", "attachment-hash", "attached", "contained", "range-facet", "import", "provenance", "derived",
] as const; // prettier-ignore
export type NodeKind = (typeof nodeKinds)[number];

/** Names a node: its kind and its number among its kind, from 0. */
export type NameNode = (kind: NodeKind, number: number) => string;

/** Bytes of the pack's randomness that its names begin with. */
export const nodeSeedSize: number = 8;

/** Starts naming. `seed` is `nodeSeedSize` random bytes. */
export function createNodeNames(seed: Uint8Array): NameNode {
  const hex = [...seed.subarray(0, nodeSeedSize)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const start = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-8`;
  const headByKind = new Map(nodeKinds.map((kind, i) => [kind, `kb:${kind}-${start}${i.toString(16).padStart(3, "0")}-`]));
  return (kind, number) => `${headByKind.get(kind) ?? ""}${number.toString(16).padStart(12, "0")}`;
}
