const MODEL_NAME = /^[A-Za-z0-9_.:/@+-]{1,128}$/;

/** A record holds no text, so a name that could be one is left out. */
export function recordedModel({ model }: { readonly model: string | null }): string | null {
  return model !== null && MODEL_NAME.test(model) ? model : null;
}
