/** A database URL as it may be shown: without what lets one in. */
export function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return 'postgres://';
  const shown = new URL(url);
  shown.password = '';
  shown.searchParams.delete('password');
  return shown.href;
}
