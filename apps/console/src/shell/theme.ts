/** Light, dark, or what the system says. A taste, not data: it may stay in this browser. */
export type Theme = 'system' | 'light' | 'dark';
const KEY = 'tyrian-theme';

export function themeNow(): Theme {
  const kept = localStorage.getItem(KEY);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

export function showTheme(theme: Theme = themeNow()): void {
  localStorage.setItem(KEY, theme);
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
