// js-yaml, fetched when a record is read: whoever adds one needs only the writer. It is a classic script, which leaves
// its name in the window.

const LIBRARY = new URL("../../../vendored/js-yaml-4.3.2/js-yaml.min.js", import.meta.url);

let loading = null;

/** Promise the library; a failure is not kept, so that the next call tries again. */
export function loadYaml() {
  loading ??= import(LIBRARY).then(() => window.jsyaml).catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}
