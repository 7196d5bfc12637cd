/** The parts of two libraries without types that the tests use. */
declare module "n3" {
  import type { Quad } from "@rdfjs/types";
  export class Parser {
    constructor(options?: { readonly format?: string });
    parse(text: string): Quad[];
  }
}

declare module "shacl-engine" {
  import type { DatasetCore, Term } from "@rdfjs/types";
  export interface ShaclResult {
    readonly severity?: Term;
    readonly focusNode: { readonly term: Term };
    readonly path?: readonly { readonly predicates: readonly Term[] }[];
    readonly constraintComponent: Term;
  }
  export class Validator {
    constructor(shapes: DatasetCore, options: { readonly factory: unknown });
    validate(data: { readonly dataset: DatasetCore }): Promise<{ readonly results: readonly ShaclResult[] }>;
  }
}
