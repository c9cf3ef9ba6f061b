// YAML as the strict reader has it: mappings, lists and texts. The library is js-yaml, given by whoever loads it.

/** The record of a text; its scalars are texts. Throws where it is no YAML, or no single mapping. */
export function readYaml(library, text) {
  const data = library.load(text, { schema: library.FAILSAFE_SCHEMA });
  if (typeof data !== "object" || data === null || Array.isArray(data)) throw new Error("the text is no record");
  return data;
}
