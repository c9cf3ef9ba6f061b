// js-yaml, fetched when a record is read: whoever adds one needs only the writer.

const LIBRARY = new URL("../../../vendored/js-yaml-4.3.2/js-yaml.mjs", import.meta.url);

let loading = null;

/** Promise the library; a failure is not kept, so that the next call tries again. */
export function loadYaml() {
  loading ??= import(LIBRARY).catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}
