/** Whose rule refused: the section of the law, or that it is one of this desk. The id of a rule is for machines; why is said in words beside it. */
export function sayRuleOf({ section }: { readonly section?: string | null | undefined }): string {
  return section === undefined || section === null || section === "" ? "a rule of this desk" : section;
}
