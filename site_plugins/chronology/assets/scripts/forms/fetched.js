// Files of the site, read.

export async function fetchText(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.text();
}

export async function fetchJSON(address) {
  return JSON.parse(await fetchText(address));
}
