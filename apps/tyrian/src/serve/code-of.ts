/** What a log says of a fault: its code or its name, never its message, which might quote content. */
export function codeOf(fault: unknown): string {
  return fault instanceof Error && 'code' in fault
    ? String(fault.code)
    : fault instanceof Error
      ? fault.name
      : 'unknown';
}
