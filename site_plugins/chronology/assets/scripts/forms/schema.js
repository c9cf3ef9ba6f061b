// The JSON Schema of a record as a tree of fields: what may stand where, and what to call it. `records/shape.py` makes
// the same tree of the models that the schema is made from.

const NOTES = "x-chronology";
const KINDS = { "a date": "date", "an answer": "answer", "a clock time": "time", "a time zone": "zone", "a figure": "figure" };

/**
 * The tree of a schema. A field has `kind` (record, table, list or text), `name`, `title`, `description`, `required`
 * and, by kind, `fields` (a Map), `entry`, or what a text has to be: `form` {name, hint}, `type`, `choices`, `names`
 * (folders of records), `listed` (a vocabulary), `pattern`, `least`, `most`. `shorthand` names the field of a record
 * that a text alone stands for.
 */
export function readSchema(schema) {
  return fieldOf(schema, schema.$defs ?? {}, "", true);
}

function fieldOf(schema, defs, name, required) {
  const notes = schema[NOTES] ?? {};
  const field = { name, required, title: schema.title ?? titleOf(name), description: schema.description ?? "" };
  const body = resolved(schema, defs);
  if (body.properties) {
    const must = new Set(body.required);
    const fields = Object.entries(body.properties).map(([key, below]) => [key, fieldOf(below, defs, key, must.has(key))]);
    return { ...field, kind: "record", fields: new Map(fields), shorthand: notes.shorthand ?? null };
  }
  if (body.type === "object") return { ...field, kind: "table", entry: fieldOf(body.additionalProperties, defs, "", true) };
  if (body.type === "array") {
    return { ...field, kind: "list", least: body.minItems ?? 0, entry: fieldOf(body.items, defs, name, true) };
  }
  return { ...field, ...textOf(body, notes) };
}

/** What a schema stands for: a reference followed, the fuller of the two ways to write a shorthand taken. */
function resolved(schema, defs) {
  const whole = schema.anyOf?.find((way) => way.$ref) ?? schema;
  if (!whole.$ref) return whole;
  const { title: _, ...found } = defs[whole.$ref.replace("#/$defs/", "")];
  return { ...found, ...(schema.anyOf ? {} : schema) };
}

function textOf(schema, notes) {
  const choices = schema.enum ?? (schema.const === undefined ? null : [schema.const]);
  const type = { boolean: "truth", number: "number" }[schema.type] ?? KINDS[notes.form] ?? (choices ? "choice" : "text");
  return {
    kind: "text",
    type,
    choices,
    form: notes.form ? { name: notes.form, hint: notes.hint } : null,
    prose: Boolean(notes.prose),
    markdown: Boolean(notes.markdown),
    names: notes.names ?? [],
    listed: notes.listed ?? null,
    pattern: schema.pattern ? new RegExp(schema.pattern, "u") : null,
    least: schema.minLength ?? 0,
    most: schema.maxLength ?? Infinity,
    limits: { gt: schema.exclusiveMinimum, ge: schema.minimum, le: schema.maximum },
    oneLine: schema.pattern === "^[^\\n]*$" || Boolean(schema.pattern) || type !== "text",
  };
}

function titleOf(name) {
  const words = name.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
