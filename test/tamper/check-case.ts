import { readFileSync } from "node:fs";
import rdf from "@zazuko/env";
import jsonld, { type JsonLdDocument } from "jsonld";
import { Parser } from "n3";
import { Store } from "oxigraph";
import { Validator } from "shacl-engine";

/** Holds a file of CASE against shapes, and against what UCO asks in SPARQL. */

/** A node of the file. */
export interface CaseNode {
  "@id": string;
  "@type": string | string[];
  [key: string]: unknown;
}
/** The file. */
export interface CaseDocument {
  "@graph": CaseNode[];
}

/** Shapes of our own. */
export const ownShapes = readFileSync(new URL("../../docs/formats/case-shapes.ttl", import.meta.url), "utf8");

/** Shapes with the class tree that their class constraints need. */
export function prepare(turtle: string): (nquads: string) => Promise<string[]> {
  const quads = new Parser().parse(turtle).filter((quad) => !quad.predicate.value.endsWith("owl#imports"));
  // Constraints in SPARQL are asked of oxigraph: with them the engine takes minutes.
  const withoutSparql = quads.filter((quad) => quad.predicate.value !== "http://www.w3.org/ns/shacl#sparql");
  const classes = quads.filter((quad) => quad.predicate.value.endsWith("#subClassOf") && quad.object.termType === "NamedNode");
  const validator = new Validator(rdf.dataset(withoutSparql), { factory: rdf });
  return async (nquads) => {
    // The engine's pattern for xsd:string takes both halves of every character above U+FFFF for broken ones: they are replaced for it.
    const data = new Parser({ format: "N-Quads" }).parse(nquads.replace(/[\u{10000}-\u{10FFFF}]/gu, "\u25A1"));
    const report = await validator.validate({ dataset: rdf.dataset([...data, ...classes]) });
    return report.results
      .filter((result) => (result.severity?.value ?? "#Violation").endsWith("#Violation"))
      .map((result) => `${result.focusNode.term.value.replace(/-[0-9a-f]{8}-.*/, "")} ${result.path?.[0]?.predicates[0]?.value ?? ""}`);
  };
}

/** The constraints of UCO that need SPARQL and concern what we write. */
export function askSparql(nquads: string): string[] {
  const store = new Store();
  store.load(nquads, { format: "application/n-quads" });
  const core = "PREFIX core: <https://ontology.unifiedcyberontology.org/uco/core/>";
  const asks = {
    "a facet of two objects": `${core} ASK { ?a core:hasFacet ?f . ?b core:hasFacet ?f . FILTER (?a != ?b) }`,
    "a blank node": "ASK { ?s a ?type . FILTER isBlank(?s) }",
    "a name without a UUID": `ASK { ?s a ?type . FILTER (!REGEX(STR(?s), "[0-9a-f]{8}-[0-9a-f]{4}-[0-5][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$", "i")) }`,
    "a reference to nothing":
      "ASK { ?s ?p ?o . FILTER (isIRI(?o) && STRSTARTS(STR(?o), 'http://example.org/kb/')) FILTER NOT EXISTS { ?o a ?type } }",
  };
  return Object.entries(asks).flatMap(([name, query]) => (store.query(query) === true ? [name] : []));
}

/** As triples. */
export async function toNquads(document: CaseDocument): Promise<string> {
  const nquads = await jsonld.toRDF(document as object as JsonLdDocument, { format: "application/n-quads" });
  if (typeof nquads !== "string") throw new Error("no text");
  return nquads;
}
