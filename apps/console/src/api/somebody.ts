/** A question that comes so soon after a key or a pointer is somebody's; the others the console asks by itself. */
const SOON_MS = 2_000;

let lastAt = Number.NEGATIVE_INFINITY;

/** Notices from now on whether somebody does anything here: what the page asks by itself keeps no session open. */
export function noticeSomebody(): void {
  const noticed = () => {
    lastAt = performance.now();
  };
  for (const kind of ['keydown', 'pointerdown'] as const)
    window.addEventListener(kind, noticed, { capture: true, passive: true });
}

export function isSomebodyThere(): boolean {
  return performance.now() - lastAt < SOON_MS;
}
