// Material's search box listens to keys alone, so text that is pasted, dictated, dropped or completed by a phone would
// find nothing. Each such change is told to it as a key; one that it knows already it ignores.
document.addEventListener("input", ({ target }) => {
  if (target.matches("[data-md-component=search-query]")) target.dispatchEvent(new KeyboardEvent("keyup"));
});
