export type ModelMatch = (model: string) => boolean;

/** Whether a model's name fits one of the globs; `*` stands for any characters. Linear in the name: parts are sought in order. */
export function matchModels(globs: readonly string[]): ModelMatch {
  const compiled = globs.map((glob) => glob.split('*'));
  return (model) => compiled.some((parts) => fits(parts, model));
}

function fits(parts: readonly string[], model: string): boolean {
  const [first = '', ...others] = parts;
  const last = others.pop();
  if (last === undefined) return model === first;
  if (!model.startsWith(first)) return false;
  let at = first.length;
  // The leftmost place of each part leaves the most room for those that follow.
  for (const part of others) {
    const found = model.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return model.length - last.length >= at && model.endsWith(last);
}
