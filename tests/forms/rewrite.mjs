// Reads every record of a folder as the forms do, and writes it: JSON on standard output, by path. Used by
// test_records.py: `node rewrite.mjs CONTENT < schemas.json`.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { isAlike, simplified } from "../../site_plugins/chronology/assets/scripts/forms/plain-data.js";
import { readSchema } from "../../site_plugins/chronology/assets/scripts/forms/schema.js";
import { FormModel } from "../../site_plugins/chronology/assets/scripts/forms/form-model.js";
import { readYaml } from "../../site_plugins/chronology/assets/scripts/forms/yaml-reader.js";
import { writeRecord } from "../../site_plugins/chronology/assets/scripts/forms/yaml-writer.js";
import library from "../../site_plugins/chronology/assets/vendored/js-yaml-4.3.2/js-yaml.min.js";

const content = process.argv[2];
const read = (text) => readYaml(library, text);
const found = {};
for (const [kind, schema] of Object.entries(JSON.parse(readFileSync(0, "utf8")))) {
  const field = readSchema(schema);
  const files = readdirSync(join(content, kind), { recursive: true }).filter((file) => file.endsWith(".yml"));
  for (const file of files) {
    const text = readFileSync(join(content, kind, file), "utf8");
    const model = FormModel.load({ kind, field, text, read });
    found[`${kind}/${file}`] = {
      data: read(text),
      saved: model.written().text,
      anew: writeRecord(simplified(read(text), field), field),
      touched: touched(model, text, field),
    };
  }
}
process.stdout.write(JSON.stringify(found));

/** Whether a change and its taking back leave the text, and a change alone is made in place, in every text of a record. */
function touched(model, text, field) {
  const wrong = [];
  for (const loc of textsOf(model.data)) {
    const before = model.get(loc);
    model.set(loc, `${before} It is: so`);
    const changed = model.written();
    if (!changed.inPlace || !isAlike(simplified(read(changed.text), field), model.data)) wrong.push(loc.join("."));
    model.set(loc, before);
    if (model.written().text !== text) wrong.push(`back ${loc.join(".")}`);
  }
  return wrong;
}

function textsOf(data, loc = []) {
  if (typeof data === "string") return [loc];
  return Object.entries(data).flatMap(([step, value]) => textsOf(value, [...loc, Array.isArray(data) ? Number(step) : step]));
}
