// Which state of each layer the map shows. Nothing here knows a page.

/**
 * For each layer its state to show: the last of those whose date touches the period, in days `[begins, ends]`; the
 * last of all without a period (null). `state` is null for a layer that tells nothing about the period.
 */
export function statesToShow(layers, period) {
  return layers.map((layer) => {
    const touching = period ? layer.states.filter((state) => touches(state, period)) : layer.states;
    return { layer, state: touching.at(-1) ?? null };
  });
}

function touches({ first, last }, [begins, ends]) {
  return (first ?? -Infinity) <= ends && (last ?? Infinity) >= begins;
}

/** What the control says of a layer: who says so, and for when. */
export function describeLayer({ layer, state }) {
  const by = layer.by.join(", ");
  return state ? `${by}, ${state.when}` : `${by}; nothing for this period`;
}
