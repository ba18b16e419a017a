/** What stands behind the comma of a data URL in base64; any other text as it is. */
export function base64Of(dataUrl: string): string {
  return dataUrl.startsWith('data:') ? dataUrl.slice(dataUrl.indexOf(',') + 1) : dataUrl;
}
